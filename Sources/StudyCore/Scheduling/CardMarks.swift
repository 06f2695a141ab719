/// What the learner said about a card, apart from answering it.
package struct CardMarks: Hashable, Sendable {
    /// Never asked until taken back.
    package var isSuspended: Bool
    /// Not asked before this day; nil when not buried.
    package var buriedUntil: StudyDay?
    /// Marked by the learner to be looked at.
    package var isFlagged: Bool

    package init(isSuspended: Bool = false, buriedUntil: StudyDay? = nil, isFlagged: Bool = false) {
        self.isSuspended = isSuspended
        self.buriedUntil = buriedUntil
        self.isFlagged = isFlagged
    }

    /// Whether the card is kept out of quizzes on a day.
    package func isHidden(on day: StudyDay) -> Bool {
        if isSuspended { return true }
        guard let buriedUntil else { return false }
        return day < buriedUntil
    }
}
