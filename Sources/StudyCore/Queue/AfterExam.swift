internal import FSRS

/// How the cards of an exam come back after it.
///
/// Before an exam its plan decides what is asked, not the due days, so that on the morning after many cards
/// are past theirs. They are let back in over a fortnight, each on a day of its own that chance gave it once
/// and for all: nothing has to be stored, and a missed day moves only that day's share.
package struct AfterExam: Hashable, Sendable {
    /// The study day of the exam.
    package let exam: StudyDay

    /// Days over which the cards come back.
    package static let span = 14

    package init(exam: StudyDay) {
        self.exam = exam
    }

    /// Whether cards may still be held back on a day.
    package func concerns(_ day: StudyDay) -> Bool {
        day >= exam && day - exam < Self.span
    }

    /// Whether a card that was past its day at the exam waits for a later one.
    ///
    /// A card answered since has a new due day, and is no longer held back; cards on steps never are.
    package func holdsBack(_ candidate: QueueCandidate, on day: StudyDay) -> Bool {
        guard concerns(day), case .day(let due)? = candidate.state?.due, due <= exam else {
            return false
        }
        var generator = SeededGenerator(text: candidate.card.description, number: exam.number)
        return exam + 1 + Int(generator.unit() * Double(Self.span)) > day
    }
}
