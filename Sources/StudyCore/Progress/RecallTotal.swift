import FSRS

/// Answers of one sort together: how many, how many right, what was predicted, how long they took.
package struct RecallTotal: Hashable, Sendable {
    /// What answers are counted together.
    package struct Sort: Hashable, Sendable {
        /// The Monday of the week in which they were given.
        package let week: StudyDay
        package let form: Form
        package let trial: Trial
        /// The tenth in which the predicted recall lay: 0 is 0–10 %, 9 is 90–100 %; 0 for practice.
        package let tenth: Int

        package init(week: StudyDay, form: Form, trial: Trial, tenth: Int) {
            self.week = week
            self.form = form
            self.trial = trial
            self.tenth = tenth
        }
    }

    package var answers = 0
    package var right = 0
    /// The sum of the predicted probabilities of recall, in millionths; 0 for practice.
    ///
    /// Whole, so that adding and taking away in any order gives the same.
    package var millionths = 0
    /// See `Review.studySeconds`.
    package var milliseconds = 0

    package init(answers: Int = 0, right: Int = 0, millionths: Int = 0, milliseconds: Int = 0) {
        self.answers = answers
        self.right = right
        self.millionths = millionths
        self.milliseconds = milliseconds
    }

    /// One review, with the recall that was predicted for it.
    ///
    /// - Parameters:
    ///   - review: The review.
    ///   - trial: What it tells.
    ///   - recall: The predicted probability; makes no difference to practice.
    package init(_ review: Review, _ trial: Trial, recall: Double) {
        answers = 1
        right = review.rating == .again ? 0 : 1
        millionths = trial == .practice ? 0 : Self.millionths(recall)
        milliseconds = Int((review.studySeconds * 1000).rounded())
    }

    /// The tenth of a predicted probability.
    package static func tenth(_ recall: Double) -> Int { min(millionths(recall) / 100_000, 9) }

    private static func millionths(_ recall: Double) -> Int {
        recall > 0 ? Int((min(recall, 1) * 1_000_000).rounded()) : 0
    }

    /// The true share.
    package var proportion: Proportion { Proportion(right: right, of: answers) }

    /// The predicted share; nil of no answers.
    package var predicted: Double? {
        answers > 0 ? Double(millionths) / Double(answers) / 1_000_000 : nil
    }

    /// Seconds an answer took on average; nil of no answers.
    package var seconds: Double? {
        answers > 0 ? Double(milliseconds) / Double(answers) / 1000 : nil
    }

    /// Adds other figures so many times; -1 takes them away.
    package mutating func add(_ other: RecallTotal, times factor: Int = 1) {
        answers += factor * other.answers
        right += factor * other.right
        millionths += factor * other.millionths
        milliseconds += factor * other.milliseconds
    }
}

extension StudyDay {
    /// The Monday of the week.
    package var monday: StudyDay { self + -(((number + 3) % 7 + 7) % 7) }
}
