import FSRS

/// The figures of one study day, or of several together.
package struct DayTotal: Hashable, Sendable {
    /// Right and wrong answers.
    package struct Tally: Hashable, Sendable {
        package var right: Int
        package var wrong: Int

        package init(right: Int = 0, wrong: Int = 0) {
            self.right = right
            self.wrong = wrong
        }

        package var all: Int { right + wrong }

        fileprivate mutating func add(_ other: Tally, times factor: Int) {
            right += factor * other.right
            wrong += factor * other.wrong
        }
    }

    package var reviews = 0
    /// Cards answered for the first time.
    package var introduced = 0
    /// Time from question to rating, all answers together; see `Review.studySeconds`.
    package var milliseconds = 0
    /// Answers that prove no lasting memory.
    package var practice = Tally()
    package var young = Tally()
    package var mature = Tally()

    package init() {}

    /// Answers from memory to cards in review, right of all.
    package var tested: Proportion {
        Proportion(right: young.right + mature.right, of: young.all + mature.all)
    }

    /// Adds other figures so many times; -1 takes them away.
    package mutating func add(_ other: DayTotal, times factor: Int = 1) {
        reviews += factor * other.reviews
        introduced += factor * other.introduced
        milliseconds += factor * other.milliseconds
        practice.add(other.practice, times: factor)
        young.add(other.young, times: factor)
        mature.add(other.mature, times: factor)
    }

    /// Counts a review of a card that stood at `state` before it.
    package mutating func count(_ review: Review, at state: CardState?, on day: StudyDay) {
        reviews += 1
        if state == nil { introduced += 1 }
        milliseconds += Int((review.studySeconds * 1000).rounded())
        let tally = review.rating == .again ? Tally(wrong: 1) : Tally(right: 1)
        switch Trial(form: review.form, at: state, on: day) {
        case .practice: practice.add(tally, times: 1)
        case .young: young.add(tally, times: 1)
        case .mature: mature.add(tally, times: 1)
        }
    }
}
