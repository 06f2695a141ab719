/// All figures of progress, for a part of the library.
///
/// Each is defined where it stands; `help progress` says the same in the learner's words.
package struct ProgressReport: Sendable {
    /// A guide with the names of what it belongs to.
    package struct GuideStanding: Hashable, Sendable {
        package let guide: Guide.ID
        package let term: String
        package let className: String
        package let unit: String?
        package let mastery: Mastery

        package init(
            guide: Guide.ID, term: String, className: String, unit: String?, mastery: Mastery
        ) {
            self.guide = guide
            self.term = term
            self.className = className
            self.unit = unit
            self.mastery = mastery
        }
    }

    /// A class, or a unit of one.
    package struct Part: Hashable, Sendable {
        package let classSlug: String
        package let className: String
        /// Nil for a class.
        package let unit: String?
        package let guides: Int
        package let mastery: Mastery
    }

    /// What is read from the store.
    package struct Source: Sendable {
        package var guides: [GuideStanding] = []
        package var due = DueForecast()
        package var leeches: [Leech] = []
        package var days: [StudyDay: DayTotal] = [:]
        package var recall: [RecallTotal.Sort: RecallTotal] = [:]
        /// Days with answers, of the whole library: a streak is the learner's and no class's.
        package var studyDays: [StudyDay] = []

        package init() {}
    }

    package let today: StudyDay
    /// A Monday: the first day that figures of the past are about.
    package let since: StudyDay
    package let total: Mastery
    /// In the order of introduction.
    package let guides: [GuideStanding]
    /// In the order of introduction.
    package let classes: [Part]
    /// In the order of introduction; guides without a unit are in none.
    package let units: [Part]
    package let due: DueForecast
    /// Cards forgotten at least eight times, the most often first.
    package let leeches: [Leech]
    /// Days since `since` on which something was answered.
    package let days: [StudyDay: DayTotal]
    package let streak: Streak
    /// Answers that tested a memory, a total for each week since `since`, this week's included.
    package let weeks: [Week]
    /// Answers that tested a memory, by the maturity of the cards; no practice.
    package let maturities: [Trial: RecallTotal]
    /// By form: all answers, and those of them that tested a memory.
    package let forms: [FormTotal]
    package let calibration: Calibration

    package struct Week: Hashable, Sendable {
        package let monday: StudyDay
        package let total: RecallTotal
    }

    package struct FormTotal: Hashable, Sendable {
        package let form: Form
        package let all: RecallTotal
        package let tested: RecallTotal
    }

    /// Computes the report from what is stored.
    ///
    /// - Parameters:
    ///   - source: What was read.
    ///   - since: The first day of the past that counts; its whole week does.
    ///   - today: The present study day.
    package init(_ source: Source, since: StudyDay, today: StudyDay) {
        self.today = today
        let since = min(since, today).monday
        self.since = since
        guides = source.guides
        due = source.due
        leeches = source.leeches.sorted { ($1.lapses, $0.card) < ($0.lapses, $1.card) }
        total = source.guides.reduce(into: Mastery()) { $0.add($1.mastery) }
        classes = Self.parts(of: source.guides) { ($0.className, nil) }
        units = Self.parts(of: source.guides.filter { $0.unit != nil }) { ($0.className, $0.unit) }
        days = source.days.filter { since <= $0.key && $0.key <= today }
        streak = Streak(source.studyDays, today: today)
        let recall = source.recall.filter { since <= $0.key.week && $0.key.week <= today }
        let tested = recall.filter { $0.key.trial != .practice }
        weeks = stride(from: since.number, through: today.monday.number, by: 7).map { number in
            let monday = StudyDay(number: number)
            return Week(monday: monday, total: Self.sum(tested) { $0.week == monday })
        }
        maturities = [
            .young: Self.sum(tested) { $0.trial == .young },
            .mature: Self.sum(tested) { $0.trial == .mature },
        ]
        forms = Form.allCases.compactMap { form in
            let all = Self.sum(recall) { $0.form == form }
            guard all.answers > 0 else { return nil }
            return FormTotal(form: form, all: all, tested: Self.sum(tested) { $0.form == form })
        }
        calibration = Calibration(tested.map { ($0.key.tenth, $0.value) })
    }

    private static func sum(
        _ totals: [RecallTotal.Sort: RecallTotal], where isMeant: (RecallTotal.Sort) -> Bool
    ) -> RecallTotal {
        totals.reduce(into: RecallTotal()) { if isMeant($1.key) { $0.add($1.value) } }
    }

    /// Adds guides up by what they belong to, in the order of first sight.
    private static func parts(
        of guides: [GuideStanding], by name: (GuideStanding) -> (className: String, unit: String?)
    ) -> [Part] {
        struct Key: Hashable {
            let slug: String
            let unit: String?
        }
        var order: [Key] = []
        var sums: [Key: (name: String, guides: Int, mastery: Mastery)] = [:]
        for guide in guides {
            let (className, unit) = name(guide)
            let key = Key(slug: guide.guide.classSlug, unit: unit)
            if sums[key] == nil { order.append(key) }
            sums[key, default: (className, 0, Mastery())].guides += 1
            sums[key]?.mastery.add(guide.mastery)
        }
        return order.compactMap { key in
            sums[key].map {
                Part(
                    classSlug: key.slug, className: $0.name, unit: key.unit, guides: $0.guides,
                    mastery: $0.mastery)
            }
        }
    }

    /// All answers since `since`.
    package var past: DayTotal { days.values.reduce(into: DayTotal()) { $0.add($1) } }

    /// Answers that tested a memory since `since`, right of all: true retention.
    package var trueRetention: Proportion { calibration.total.proportion }

    /// The guides of which least would be recalled today, of those begun; the weakest first.
    ///
    /// Of a guide only the cards count that were answered before: what is still new is not weak.
    package func weakest(_ limit: Int) -> [GuideStanding] {
        guides.compactMap { guide in guide.mastery.predictedOfSeen.map { (guide, $0) } }
            .sorted { ($0.1, $0.0.guide) < ($1.1, $1.0.guide) }
            .prefix(limit).map(\.0)
    }
}
