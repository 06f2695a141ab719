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
    private(set) var images: Set<AnkiImage> = []
    let leftOut: [LeftOut: Int]
    let missingImages: Int
    let sounds: Int
    let nestedHoles: Int

    init(_ package: AnkiPackage, fallbackClass: String, work: LongWork) throws {
        var reader = NoteReader(package, fallbackClass: fallbackClass)
        var notes: [ReadNote?] = []
        var cards: [CardReference] = []
        try package.collection.forEachNote { note in
            if notes.count.isMultiple(of: 256) {
                work.show("Reading notes", notes.count, of: package.collection.notes)
            }
            let read = reader.read(note)
            if read != nil {
                for card in note.cards {
                    cards.append(
                        CardReference(
                            id: card.id, note: notes.count, ordinal: card.ordinal,
                            modified: card.modified, isSuspended: card.isSuspended,
                            isFlagged: card.isFlagged))
                }
            }
            notes.append(read)
        }
        self.notes = notes
        self.cards = cards
        images = reader.images
        leftOut = reader.leftOut
        missingImages = reader.missingImages
        sounds = reader.sounds
        nestedHoles = reader.nestedHoles
    }

    /// Gives the texts up, which stand in files now.
    mutating func releaseTexts() {
        for index in notes.indices { notes[index]?.items = [] }
    }
}
