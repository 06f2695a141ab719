import StudyCore

/// What answers add to the figures of their study days and weeks, by class.
struct Totals {
    struct Day: Hashable {
        /// Empty for cards whose class is unknown.
        let classSlug: String
        let day: StudyDay
    }

    struct Sort: Hashable {
        /// Empty for cards whose class is unknown.
        let classSlug: String
        let sort: RecallTotal.Sort
    }

    private(set) var days: [Day: DayTotal] = [:]
    private(set) var recall: [Sort: RecallTotal] = [:]

    /// Counts a review of a card that stood at `state` before it.
    mutating func count(
        _ review: Review, at state: CardState?, under rules: Rules, in slug: String?
    ) {
        let day = rules.day(of: review.time, utcOffset: review.utcOffset)
        let slug = slug ?? ""
        days[Day(classSlug: slug, day: day), default: DayTotal()].count(review, at: state, on: day)
        let trial = Trial(form: review.form, at: state, on: day)
        var prediction = 0.0
        if let state, trial != .practice { prediction = rules.prediction(state, review) }
        let sort = RecallTotal.Sort(
            week: day.monday, form: review.form, trial: trial,
            tenth: trial == .practice ? 0 : RecallTotal.tenth(prediction))
        recall[Sort(classSlug: slug, sort: sort), default: RecallTotal()]
            .add(RecallTotal(review, trial, recall: prediction))
    }

    static func += (left: inout Totals, right: Totals) { left.add(right, times: 1) }

    static func -= (left: inout Totals, right: Totals) { left.add(right, times: -1) }

    private mutating func add(_ other: Totals, times factor: Int) {
        for (key, total) in other.days {
            days[key, default: DayTotal()].add(total, times: factor)
        }
        for (key, total) in other.recall {
            recall[key, default: RecallTotal()].add(total, times: factor)
        }
    }
}
