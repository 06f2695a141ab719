import StudyCore
import StudyExchange
import StudyStore

/// The notes of a package as what they become, and its cards.
struct PackageContents {
    /// A card, and the note it is of.
    struct CardReference {
        let id: Int64
        let note: Int
        let ordinal: Int
        let modified: Int64
        let isSuspended: Bool
        let isFlagged: Bool
    }

    /// In their order; nil for those that are left out.
    private(set) var notes: [ReadNote?] = []
    private(set) var cards: [CardReference] = []
    /// What else was seen in the notes.
    private(set) var findings = NoteReader.Findings()

    init(_ package: AnkiPackage, fallbackClass: String, work: LongWork) throws {
        let reader = NoteReader(package, fallbackClass: fallbackClass)
        notes.reserveCapacity(package.collection.notes)
        cards.reserveCapacity(package.collection.cards)
        // While notes come out of the package, those before them are read on other cores.
        var batches: [Batch] = []
        var batch: [AnkiNote] = []
        try package.collection.forEachNote { note in
            batch.append(note)
            if batch.count < Self.notesAtOnce { return }
            batches.append(Batch(batch, reader))
            batch.removeAll(keepingCapacity: true)
            if batches.count > Self.mostBatches { try add(batches.removeFirst()) }
            work.show("Reading notes", notes.count, of: package.collection.notes)
        }
        for batch in batches + [Batch(batch, reader)] { try add(batch) }
    }

    /// Notes that are read in one go, and how many of these may wait as they are in the package.
    private static let notesAtOnce = 256
    private static let mostBatches = 24

    /// Notes as they are in the package, and what they become.
    private struct Batch {
        let notes: [AnkiNote]
        let reading: Background<(notes: [ReadNote?], findings: NoteReader.Findings)>

        init(_ notes: [AnkiNote], _ reader: NoteReader) {
            self.notes = notes
            reading = Background {
                var reader = reader
                return (notes.map { reader.read($0) }, reader.findings)
            }
        }
    }

    private mutating func add(_ batch: Batch) throws {
        let read = try batch.reading.value()
        findings += read.findings
        for (note, read) in zip(batch.notes, read.notes) {
            if read != nil {
                for card in note.cards { cards.append(CardReference(card, of: notes.count)) }
            }
            notes.append(read)
        }
    }

    /// Gives the texts up, which stand in files now.
    mutating func releaseTexts() {
        for index in notes.indices { notes[index]?.items = [] }
    }
}

extension PackageContents.CardReference {
    fileprivate init(_ card: AnkiCard, of note: Int) {
        self.init(
            id: card.id, note: note, ordinal: card.ordinal, modified: card.modified,
            isSuspended: card.isSuspended, isFlagged: card.isFlagged)
    }
}
