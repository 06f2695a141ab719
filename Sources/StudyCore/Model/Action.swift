package import FSRS

/// Something the learner did that is not an answer; an event like a review, never changed or deleted.
package struct Action: Hashable, Sendable {
    /// What was done; the stored names are `name`'s.
    package enum Deed: Hashable, Sendable {
        /// Takes back an event: a review, or any action but an undo or redo.
        case undo(EventID)
        /// Takes back an undo.
        case redo(EventID)
        case suspend(Card.ID)
        case resume(Card.ID)
        /// Hides a card until a study day begins.
        case bury(Card.ID, until: StudyDay)
        case flag(Card.ID)
        case unflag(Card.ID)
        /// The history of the first item is the second one's from now on.
        case link(Item.ID, to: Item.ID)
        /// Takes the links of an item, made by hand, apart again.
        case unlink(Item.ID)
        /// A text that an item was matched with by likeness is another one's: the answers given to it,
        /// and the place where it stands.
        case part(Item.ID, text: Fingerprint, as: Item.ID)
        /// Gives up an item that is in no guide any more.
        case forget(Item.ID)
        /// The memory model has these parameters from now on, for past answers too.
        case adopt(Parameters)
        /// Sets an exam; with an identity, changes the one that was first set by that event.
        case setExam(Exam, changing: EventID?)
        /// The share of an exam's points that was reached, 0–1.
        case enterResult(Double, of: EventID)
        case removeExam(EventID)
    }

    package var id: EventID
    package var deed: Deed
    package var time: Timestamp
    /// Minutes that the learner's local time was ahead of UTC then.
    package var utcOffset: Int

    package init(id: EventID, deed: Deed, time: Timestamp, utcOffset: Int) {
        self.id = id
        self.deed = deed
        self.time = time
        self.utcOffset = utcOffset
    }
}
