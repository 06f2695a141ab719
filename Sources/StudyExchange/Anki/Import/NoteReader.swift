internal import StudyCore

/// Makes items of the notes of a package: terms of reversed ones, clozes, questions of all others.
///
/// Copies may read different notes at once; their findings add up.
package struct NoteReader: Sendable {
    private let types: [Int64: AnkiNoteType]
    private let decks: [Int64: String]
    private let fallbackClass: String
    private let limits: PackageLimits
    private let holds: @Sendable (String) -> Bool
    private var readTypes: [Int64: TypeReading] = [:]
    private var places: [PlaceSource: AnkiPlace] = [:]

    /// What else was seen in the notes so far.
    package private(set) var findings = Findings()

    /// What is seen in notes beside their items.
    package struct Findings: Hashable, Sendable {
        /// Images that notes show and the package holds.
        package var images: Set<AnkiImage> = []
        package var leftOut: [LeftOut: Int] = [:]
        /// Images that are not in the package, sounds, and holes inside other holes.
        package var missingImages = 0
        package var sounds = 0
        package var nestedHoles = 0
        /// Hints of holes, which guides have none of.
        package var hints = 0

        package init() {}

        package static func += (all: inout Findings, some: Findings) {
            all.images.formUnion(some.images)
            all.leftOut.merge(some.leftOut, uniquingKeysWith: +)
            all.missingImages += some.missingImages
            all.sounds += some.sounds
            all.nestedHoles += some.nestedHoles
            all.hints += some.hints
        }
    }

    /// - Parameters:
    ///   - package: Where the notes are from.
    ///   - fallbackClass: The class of notes in the deck that every collection has.
    ///   - limits: How long a field may be.
    package init(
        _ package: AnkiPackage, fallbackClass: String, limits: PackageLimits = PackageLimits()
    ) {
        let media = package.mediaNames
        self.init(
            types: package.collection.noteTypes, decks: package.collection.decks,
            fallbackClass: fallbackClass, limits: limits
        ) { media.contains($0) }
    }

    init(
        types: [Int64: AnkiNoteType], decks: [Int64: String], fallbackClass: String,
        limits: PackageLimits = PackageLimits(), holds: @escaping @Sendable (String) -> Bool
    ) {
        self.types = types
        self.decks = decks
        self.fallbackClass = fallbackClass
        self.limits = limits
        self.holds = holds
    }

    /// What a note becomes; nil, counted in `leftOut`, when that is nothing.
    package mutating func read(_ note: AnkiNote) -> ReadNote? {
        do throws(Refusal) {
            return try reading(note)
        } catch {
            findings.leftOut[error.reason, default: 0] += 1
            return nil
        }
    }

    private struct Refusal: Error {
        let reason: LeftOut
    }

    private mutating func reading(_ note: AnkiNote) throws(Refusal) -> ReadNote {
        guard let type = types[note.type] else { throw Refusal(reason: .unknownType) }
        guard note.fields.count == type.fields.count else { throw Refusal(reason: .wrongFields) }
        guard !note.cards.isEmpty else { throw Refusal(reason: .noCards) }
        guard note.fields.allSatisfy({ $0.utf8.count <= limits.field }) else {
            throw Refusal(reason: .tooLong)
        }
        let reading = readTypes[type.id] ?? TypeReading(type)
        readTypes[type.id] = reading
        let place = place(of: note)
        let fields = Dictionary(
            zip(type.fields, note.fields), uniquingKeysWith: { first, _ in first })
        var result = ReadNote(guid: note.guid, place: place, items: [], extra: nil)
        result.own = OwnNotes.item(ofGuid: note.guid)
        result.ownType = OwnNotes.Kind(id: note.type)
        if result.own != nil, let kind = result.ownType, kind.fields == type.fields {
            try readOwn(note, kind, fields, place, &result)
        } else {
            try read(note, fields, type, reading, place, &result)
        }
        for index in result.items.indices { result.items[index].index = index }
        return result
    }

    /// What places follow from; many notes have the same.
    private struct PlaceSource: Hashable {
        let deck: Int64
        let tags: [String]
    }

    private mutating func place(of note: AnkiNote) -> AnkiPlace {
        let source = PlaceSource(deck: note.cards[0].deck, tags: note.tags)
        if let known = places[source] { return known }
        let place = AnkiPlace(
            deck: decks[source.deck] ?? "", tags: note.tags, fallback: fallbackClass)
        places[source] = place
        return place
    }

    private mutating func read(
        _ note: AnkiNote, _ fields: [String: String], _ type: AnkiNoteType, _ reading: TypeReading,
        _ place: AnkiPlace, _ result: inout ReadNote
    ) throws(Refusal) {
        switch reading.shape {
        case .cloze(let names): try readCloze(note, fields, names, type, place, &result)
        case .pair(let front, let back): try readPair(note, fields, front, back, place, &result)
        case .templates: try readTemplates(note, fields, reading, place, &result)
        }
    }

    // MARK: Shapes

    /// A note that was exported from here becomes the item that it was.
    private mutating func readOwn(
        _ note: AnkiNote, _ kind: OwnNotes.Kind, _ fields: [String: String], _ place: AnkiPlace,
        _ result: inout ReadNote
    ) throws(Refusal) {
        let term = HarmlessText.line(HTMLPlain.text(fields["Term"] ?? ""))
        guard !slug(term).isEmpty else { throw Refusal(reason: .empty) }
        result.ownTerm = term
        switch kind {
        case .term:
            let text = try Self.fitting(
                markdown(fields["Definition"] ?? "", as: .blocks, in: place))
            result.items = [
                ReadItem(.term(term, definition: text), [(0, [.meaning]), (1, [.term])])
            ]
        case .fact:
            let filled = String(
                String.UnicodeScalarView(
                    AnkiCloze(fields["Text"] ?? "").html.unicodeScalars.filter {
                        $0.value < 0xF0000
                    }))
            let text = try Self.fitting(markdown(filled, as: .blocks, in: place))
            result.items = [ReadItem(.fact(text), [(0, [.fact])])]
        case .question:
            result.items = [
                try question(fields["Question"] ?? "", fields["Answer"] ?? "", 0, place)
            ]
        case .cloze:
            let cloze = AnkiCloze(fields["Text"] ?? "")
            guard !cloze.numbers.isEmpty else { throw Refusal(reason: .noHole) }
            let (text, numbers) = try holes(of: cloze, in: place)
            result.items = [ReadItem(.cloze(text), Self.cards(ofHoles: numbers))]
        }
    }

    private mutating func readCloze(
        _ note: AnkiNote, _ fields: [String: String], _ names: [String], _ type: AnkiNoteType,
        _ place: AnkiPlace, _ result: inout ReadNote
    ) throws(Refusal) {
        let asked = names.compactMap { fields[$0] }.filter { !$0.isEmpty }.joined(separator: "<br>")
        let cloze = AnkiCloze(asked)
        guard !cloze.numbers.isEmpty else { throw Refusal(reason: .noHole) }
        if asked.contains("image-occlusion:") { throw Refusal(reason: .pictureOnly) }
        findings.nestedHoles += cloze.nested
        findings.hints += cloze.hints
        let (text, numbers) = try holes(of: cloze, in: place)
        let cards = Set(note.cards.map(\.ordinal))
        result.items = [
            ReadItem(.cloze(text), Self.cards(ofHoles: numbers).filter { cards.contains($0.0) })
        ]
        var extras: [String] = []
        for field in type.fields where !names.contains(field) {
            let extra = markdown(fields[field] ?? "", as: .paragraph, in: place)
            if !extra.isEmpty { extras.append(extra) }
        }
        if !extras.isEmpty { result.extra = extras.joined(separator: "\\\n") }
    }

    /// Which card asks which holes, in the order of the cards.
    private static func cards(ofHoles numbers: [[Int]]) -> [(Int, [Card.Facet])] {
        var cards: [Int: [Card.Facet]] = [:]
        for (index, numbers) in numbers.enumerated() {
            for number in Set(numbers) { cards[number - 1, default: []].append(.hole(index + 1)) }
        }
        return cards.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// Both directions asked: a term and its definition, when one side is short enough to be a name.
    private mutating func readPair(
        _ note: AnkiNote, _ fields: [String: String], _ front: String, _ back: String,
        _ place: AnkiPlace, _ result: inout ReadNote
    ) throws(Refusal) {
        let ordinals = Set(note.cards.map(\.ordinal))
        for (name, text, facets) in [
            (front, back, [Card.Facet.meaning, .term]), (back, front, [.term, .meaning]),
        ] where ordinals.isSuperset(of: [0, 1]) {
            guard let term = Self.term(fields[name] ?? "") else { continue }
            let definition = try Self.fitting(markdown(fields[text] ?? "", as: .blocks, in: place))
            // The term is read for its sounds, which are counted.
            _ = markdown(fields[name] ?? "", as: .paragraph, in: place)
            var item = ReadItem(
                .term(term, definition: definition), [(0, [facets[0]]), (1, [facets[1]])])
            if definition.contains("\n") || Self.mayBeginBlock(definition) {
                let findings = findings
                item.question = markdown(fields[text] ?? "", as: .paragraph, in: place)
                self.findings = findings
            }
            result.items = [item]
            return
        }
        for ordinal in ordinals.sorted() where ordinal < 2 {
            let (asked, answer) = ordinal == 0 ? (front, back) : (back, front)
            result.items.append(
                try question(fields[asked] ?? "", fields[answer] ?? "", ordinal, place))
        }
        if result.items.isEmpty { throw Refusal(reason: .noCards) }
    }

    private static func mayBeginBlock(_ markdown: String) -> Bool {
        markdown.first.map { !$0.isLetter } ?? false
    }

    /// A field as a term; nil when it is too long for one, or shows an image.
    private static func term(_ html: String) -> String? {
        let term = HarmlessText.line(HTMLPlain.text(html))
        guard term.count <= 60, !slug(term).isEmpty, !html.contains("<img") else { return nil }
        return term.contains("[sound:") ? nil : term
    }

    private mutating func readTemplates(
        _ note: AnkiNote, _ fields: [String: String], _ reading: TypeReading, _ place: AnkiPlace,
        _ result: inout ReadNote
    ) throws(Refusal) {
        var refusal: Refusal?
        for card in note.cards where reading.questions.indices.contains(card.ordinal) {
            let asked = reading.questions[card.ordinal].filled(fields, isAnswer: false)
            let answer = reading.answers[card.ordinal].filled(fields, isAnswer: true)
            do throws(Refusal) {
                result.items.append(try question(asked, answer, card.ordinal, place))
            } catch {
                refusal = error
            }
        }
        if result.items.isEmpty { throw refusal ?? Refusal(reason: .noCards) }
    }

    private mutating func question(
        _ asked: String, _ answer: String, _ ordinal: Int, _ place: AnkiPlace
    ) throws(Refusal) -> ReadItem {
        let text = try Self.fitting(markdown(asked, as: .paragraph, in: place))
        let answer = try Self.fitting(markdown(answer, as: .blocks, in: place))
        return ReadItem(.question(text, answer: answer), [(ordinal, [.answer])])
    }

    // MARK: Fields

    private static func fitting(_ markdown: String) throws(Refusal) -> String {
        if markdown.isEmpty { throw Refusal(reason: .empty) }
        // What the loader of guides takes.
        if markdown.utf8.count > 7_500 { throw Refusal(reason: .tooLong) }
        return markdown
    }

    private mutating func markdown(
        _ html: String, as shape: HTMLMarkdown.Shape, in place: AnkiPlace
    ) -> String {
        reading(in: place) { $0.markdown(html, as: shape) }
    }

    /// A text with holes, and the numbers of those that have words.
    private mutating func holes(
        of cloze: AnkiCloze, in place: AnkiPlace
    ) throws(Refusal) -> (text: String, numbers: [[Int]]) {
        let holes = reading(in: place) { $0.holes(cloze.html) }
        guard !holes.kept.isEmpty, holes.count == cloze.numbers.count else {
            throw Refusal(reason: .noHole)
        }
        return (try Self.fitting(holes.markdown), holes.kept.map { cloze.numbers[$0] })
    }

    /// Reads HTML of a note, and notes what was found in it.
    private mutating func reading<Result>(
        in place: AnkiPlace, _ body: (inout HTMLMarkdown) -> Result
    ) -> Result {
        let holds = holds
        let folder = place.unit == nil ? "media" : "../media"
        var reader = HTMLMarkdown { name in
            guard holds(name), let file = ImageName.safe(name) else { return nil }
            return "\(folder)/\(file)"
        }
        let result = body(&reader)
        findings.missingImages += reader.missing
        findings.sounds += reader.sounds
        for image in reader.images {
            if let file = ImageName.safe(image) {
                findings.images.insert(
                    AnkiImage(className: place.className, file: file, name: image))
            }
        }
        return result
    }
}
