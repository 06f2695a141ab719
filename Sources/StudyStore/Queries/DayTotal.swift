import FSRS
import GRDB
import StudyCore

/// The figures of one study day, or of several together.
package struct DayTotal: Hashable, Sendable {
    /// Right and wrong answers.
    package struct Tally: Hashable, Sendable {
        package var right = 0
        package var wrong = 0

        package var all: Int { right + wrong }

        fileprivate mutating func add(_ other: Tally, times factor: Int) {
            right += factor * other.right
            wrong += factor * other.wrong
        }
    }

    package var reviews = 0
    /// Cards answered for the first time.
    package var introduced = 0
    /// Time from question to rating, all answers together.
    package var milliseconds = 0
    /// Answers that prove no lasting memory: cards on steps, and recognition.
    package var practice = Tally()
    /// Answers from memory to cards in review whose interval was below 21 days.
    package var young = Tally()
    /// Answers from memory to cards in review whose interval was 21 days or more.
    package var mature = Tally()

    package init() {}

    /// Share of cards in review that were still remembered, 0–1; nil when none was asked.
    package var trueRetention: Double? {
        let all = young.all + mature.all
        return all == 0 ? nil : Double(young.right + mature.right) / Double(all)
    }

    package mutating func add(_ other: DayTotal) {
        add(other, times: 1)
    }

    mutating func add(_ other: DayTotal, times factor: Int) {
        reviews += factor * other.reviews
        introduced += factor * other.introduced
        milliseconds += factor * other.milliseconds
        practice.add(other.practice, times: factor)
        young.add(other.young, times: factor)
        mature.add(other.mature, times: factor)
    }

    /// Counts a review of a card that stood at `state` before it.
    mutating func count(_ review: Review, at state: CardState?) {
        reviews += 1
        if state == nil { introduced += 1 }
        milliseconds += Int((review.seconds * 1000).rounded())
        let tally =
            review.rating == .again ? Tally(right: 0, wrong: 1) : Tally(right: 1, wrong: 0)
        guard let state, state.phase == .review, review.form.evidence == .recall else {
            return practice.add(tally, times: 1)
        }
        if state.interval < DayTotal.maturity {
            young.add(tally, times: 1)
        } else {
            mature.add(tally, times: 1)
        }
    }

    /// Days of interval from which a card counts as mature.
    package static let maturity = 21

    static let columns = """
        reviews, introduced, milliseconds, practice_right, practice_wrong, young_right, \
        young_wrong, mature_right, mature_wrong
        """

    /// Reads the figures in the columns from `start` on.
    init(_ row: Row, from start: Int) {
        reviews = row[start]
        introduced = row[start + 1]
        milliseconds = row[start + 2]
        practice = Tally(right: row[start + 3], wrong: row[start + 4])
        young = Tally(right: row[start + 5], wrong: row[start + 6])
        mature = Tally(right: row[start + 7], wrong: row[start + 8])
    }
}
