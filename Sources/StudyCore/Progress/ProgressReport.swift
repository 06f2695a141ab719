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
        package fileprivate(set) var guides: Int
        package fileprivate(set) var mastery: Mastery
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
        var ofWeeks: [StudyDay: RecallTotal] = [:]
        var ofTrials: [Trial: RecallTotal] = [.young: RecallTotal(), .mature: RecallTotal()]
        var ofForms: [Form: (all: RecallTotal, tested: RecallTotal)] = [:]
        for (sort, total) in recall {
            ofForms[sort.form, default: (RecallTotal(), RecallTotal())].all.add(total)
            guard sort.trial != .practice else { continue }
            ofWeeks[sort.week, default: RecallTotal()].add(total)
            ofTrials[sort.trial]?.add(total)
            ofForms[sort.form]?.tested.add(total)
        }
        weeks = stride(from: since.number, through: today.monday.number, by: 7).map { number in
            let monday = StudyDay(number: number)
            return Week(monday: monday, total: ofWeeks[monday] ?? RecallTotal())
        }
        maturities = ofTrials
        forms = Form.allCases.compactMap { form in
            guard let totals = ofForms[form], totals.all.answers > 0 else { return nil }
            return FormTotal(form: form, all: totals.all, tested: totals.tested)
        }
        calibration = Calibration(
            recall.lazy.filter { $0.key.trial != .practice }.map { ($0.key.tenth, $0.value) })
    }

    /// Adds guides up by what they belong to, in the order of first sight.
    private static func parts(
        of guides: [GuideStanding], by name: (GuideStanding) -> (className: String, unit: String?)
    ) -> [Part] {
        struct Key: Hashable {
            let slug: String
            let unit: String?
        }
        var parts: [Part] = []
        var positions: [Key: Int] = [:]
        for guide in guides {
            let (className, unit) = name(guide)
            let key = Key(slug: guide.guide.classSlug, unit: unit)
            let position = positions[key] ?? parts.count
            if position == parts.count {
                positions[key] = position
                parts.append(
                    Part(
                        classSlug: key.slug, className: className, unit: unit, guides: 0,
                        mastery: Mastery()))
            }
            parts[position].guides += 1
            parts[position].mastery.add(guide.mastery)
        }
        return parts
    }

    /// All answers since `since`.
    package var past: DayTotal { days.values.reduce(into: DayTotal()) { $0.add($1) } }

    /// Answers that tested a memory since `since`, right of all: true retention.
    package var trueRetention: Proportion { calibration.total.proportion }

    /// The guides of which least would be recalled today, of those begun; the weakest first.
    ///
    /// Of a guide only the cards count that were answered before: what is still new is not weak.
    package func weakest(_ limit: Int) -> [GuideStanding] {
        // Numbers are sorted and not guides, of which there may be ten thousand.
        guides.indices.compactMap { index in
            guides[index].mastery.predictedOfSeen.map { (index: index, predicted: $0) }
        }
        .sorted {
            ($0.predicted, guides[$0.index].guide) < ($1.predicted, guides[$1.index].guide)
        }
        .prefix(limit).map { guides[$0.index] }
    }
}
