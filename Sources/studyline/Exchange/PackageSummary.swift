import StudyExchange
import StudyStore

/// What an import of a package would do.
struct PackageSummary: Encodable {
    struct Place: Encodable {
        let className: String
        let unit: String?
        let notes: Int
    }

    struct LeftOutNotes: Encodable {
        let notes: Int
        let reason: String
    }

    let form: String
    let notes: Int
    let cards: Int
    let answers: Int
    let new: [Place]
    let files: [String]
    let guides: Int
    let known: Int
    let changed: Int
    /// Whether any note is known only by a guide of a library that is not in use.
    let isPartlyNotInUse: Bool
    let images: Int
    /// Of guides that are here already.
    let newImages: Int
    let leftOut: [LeftOutNotes]
    let missingImages: Int
    let sounds: Int
    let nestedHoles: Int
    let hints: Int
    let misread: Int
    /// Cards that had an interval in Anki and no answer in the package: they begin anew.
    let cardsWithoutAnswers: Int
    /// Of cards that are here already.
    let newAnswers: Int
    let newMarks: Int

    init(
        _ package: AnkiPackage, _ contents: PackageContents, _ match: PackageMatch,
        _ history: PackageHistory, cardsWithoutAnswers: Int, newImages: Int
    ) {
        form = package.form.rawValue
        notes = package.collection.notes
        cards = package.collection.cards
        answers = package.collection.answers
        new = (match.plan?.counts ?? [:]).map { place, notes in
            Place(className: place.className, unit: place.unit, notes: notes)
        }.sorted { ($0.className, $0.unit ?? "") < ($1.className, $1.unit ?? "") }
        files = match.plan?.files.map(\.path) ?? []
        guides = match.plan?.guides.count ?? 0
        known = match.known
        changed = match.changed
        isPartlyNotInUse = match.isPartlyNotInUse
        images = contents.findings.images.count
        self.newImages = newImages
        leftOut = LeftOut.allCases.compactMap { reason in
            contents.findings.leftOut[reason].map { LeftOutNotes(notes: $0, reason: reason.words) }
        }
        missingImages = contents.findings.missingImages
        sounds = contents.findings.sounds
        nestedHoles = contents.findings.nestedHoles
        hints = contents.findings.hints
        misread = match.plan?.misread ?? 0
        self.cardsWithoutAnswers = cardsWithoutAnswers
        newAnswers = history.answerCount
        newMarks = history.markCount
    }

    var hasNews: Bool { !files.isEmpty || newAnswers + newMarks + newImages > 0 }
}
