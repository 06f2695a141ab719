import StudyCore
import StudyExchange

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

    /// Notes that are in memory as they are in the package, at one time.
    private static let batch = 8192

    init(_ package: AnkiPackage, fallbackClass: String, work: LongWork) throws {
        let reader = NoteReader(package, fallbackClass: fallbackClass)
        notes.reserveCapacity(package.collection.notes)
        cards.reserveCapacity(package.collection.cards)
        var batch: [AnkiNote] = []
        try package.collection.forEachNote { note in
            batch.append(note)
            if batch.count == Self.batch {
                read(batch, by: reader)
                batch.removeAll(keepingCapacity: true)
                work.show("Reading notes", notes.count, of: package.collection.notes)
            }
        }
        read(batch, by: reader)
    }

    /// Reads notes on all cores.
    private mutating func read(_ batch: [AnkiNote], by reader: NoteReader) {
        let size = 512
        let parts = concurrently((batch.count + size - 1) / size) { part in
            var reader = reader
            let notes = batch[part * size..<min(batch.count, (part + 1) * size)]
                .map { reader.read($0) }
            return (notes: notes, findings: reader.findings)
        }
        var next = batch.makeIterator()
        for part in parts {
            findings += part.findings
            for read in part.notes {
                guard let note = next.next() else { return }
                if read != nil {
                    for card in note.cards { cards.append(CardReference(card, of: notes.count)) }
                }
                notes.append(read)
            }
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
