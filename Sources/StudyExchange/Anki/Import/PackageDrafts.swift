package import StudyCore

/// The guides that the notes of a package become.
///
/// A term is a guide of its own; questions and clozes of one place are gathered in guides that are
/// named for it: *Cells*, *Cells (2)*, ….
package struct PackageDrafts {
    /// A guide, and where its items come from.
    package struct Guide: Sendable {
        package var draft: DraftGuide
        /// In the order of the guide's file: the definition, then facts, questions, clozes.
        package var origins: [Origin]
    }

    /// An item of a note.
    package struct Origin: Hashable, Sendable {
        /// Index of the note.
        package var note: Int
        /// Which of the note's items it is, from 0; a term that is asked as questions has one for either
        /// direction behind its own.
        package var item: Int
        package var kind: Item.Kind
        /// For each of the note's cards that ask it: in which directions.
        package var cards: [Int: [Card.Facet]]
    }

    package private(set) var guides: [Guide] = []
    private let source: String
    private var taken: (Guide_ID) -> Bool
    private var names: Set<Guide_ID> = []
    private var open: [AnkiPlace: Gathering] = [:]

    package typealias Guide_ID = StudyCore.Guide.ID

    /// Questions and clozes of one guide: as many as one reads in a sitting.
    private static let size = 100

    /// - Parameters:
    ///   - notes: In their order; nil for those that are left out.
    ///   - source: What the guides name as where they come from.
    ///   - isTaken: Whether there is a guide of a name already.
    package init(
        _ notes: [ReadNote?], source: String, isTaken: @escaping (Guide_ID) -> Bool
    ) {
        self.source = source
        taken = isTaken
        // Terms first: the other guides are named around them.
        var own: [(index: Int, note: ReadNote)] = []
        var rest: [Int] = []
        for (index, note) in notes.enumerated() {
            guard let note else { continue }
            if note.ownTerm != nil {
                own.append((index, note))
            } else if !addTerm(of: note, index) {
                rest.append(index)
            }
        }
        addOwn(own)
        for index in rest { if let note = notes[index] { add(note, index) } }
        for place in open.keys.sorted(by: {
            ($0.className, $0.unit ?? "") < ($1.className, $1.unit ?? "")
        }) {
            close(place)
        }
    }

    private struct Gathering {
        var questions: [(DraftGuide.Question, Origin)] = []
        var clozes: [(String, Origin)] = []
        var extras: [String] = []
        var guides = 0

        var count: Int { questions.count + clozes.count }

        mutating func add(_ note: ReadNote, _ index: Int) {
            for item in note.items {
                switch item.content {
                case .question(let text, let answer):
                    questions.append(
                        (
                            DraftGuide.Question(text, answer: answer),
                            Origin(index, .question, item)
                        ))
                case .cloze(let text): clozes.append((text, Origin(index, .cloze, item)))
                case .fact: continue
                case .term(let term, let definition):
                    // Another guide has the name: either direction is a question, an item of its own.
                    let term = Markdown.escaped(term)
                    for (facet, number, question, answer) in [
                        (Card.Facet.meaning, 1, term, definition),
                        (.term, 2, item.question ?? definition, term),
                    ] {
                        var origin = Origin(index, .question, item)
                        origin.item = item.index + number
                        origin.cards = origin.cards.compactMapValues {
                            $0 == [facet] ? [.answer] : nil
                        }
                        if origin.cards.isEmpty { continue }
                        questions.append((DraftGuide.Question(question, answer: answer), origin))
                    }
                }
            }
            if let extra = note.extra { extras.append(extra) }
        }
    }

    private func id(_ term: String, _ place: AnkiPlace) -> Guide_ID {
        Guide_ID(classSlug: slug(place.className), termSlug: slug(term))
    }

    private mutating func take(_ id: Guide_ID) -> Bool {
        !taken(id) && names.insert(id).inserted
    }

    private func draft(_ term: String, _ place: AnkiPlace) -> DraftGuide {
        var draft = DraftGuide(className: place.className, unit: place.unit, term: term)
        draft.sources = [source]
        return draft
    }

    /// Whether the note was a term whose name is free.
    private mutating func addTerm(of note: ReadNote, _ index: Int) -> Bool {
        guard note.items.count == 1, case .term(let term, let definition) = note.items[0].content,
            take(id(term, note.place))
        else { return false }
        var draft = draft(term, note.place)
        draft.definition = definition
        guides.append(
            Guide(draft: draft, origins: [Origin(index, .definition, note.items[0])]))
        return true
    }

    /// Puts notes that were exported from here together again, a guide for each term.
    private mutating func addOwn(_ notes: [(index: Int, note: ReadNote)]) {
        struct Name: Hashable {
            let place: AnkiPlace
            let term: String
        }
        var order: [Name] = []
        var groups: [Name: [(index: Int, note: ReadNote)]] = [:]
        for (index, note) in notes {
            let name = Name(place: note.place, term: note.ownTerm ?? "")
            if groups[name] == nil { order.append(name) }
            groups[name, default: []].append((index, note))
        }
        for name in order {
            var gathering = Gathering()
            var draft = draft(nextName(name.term, name.place, &gathering), name.place)
            var origins: [Item.Kind: [Origin]] = [:]
            func add(_ kind: Item.Kind, _ index: Int, _ item: ReadItem) {
                origins[kind, default: []].append(Origin(index, kind, item))
            }
            for (index, note) in groups[name] ?? [] {
                for item in note.items {
                    switch item.content {
                    case .term(_, let definition) where draft.definition == nil:
                        draft.definition = definition
                        add(.definition, index, item)
                    case .term: continue
                    case .fact(let text):
                        draft.facts.append(text)
                        add(.fact, index, item)
                    case .question(let text, let answer):
                        draft.questions.append(DraftGuide.Question(text, answer: answer))
                        add(.question, index, item)
                    case .cloze(let text):
                        draft.clozes.append(text)
                        add(.cloze, index, item)
                    }
                }
            }
            guides.append(
                Guide(
                    draft: draft,
                    origins: [.definition, .fact, .question, .cloze].flatMap { origins[$0] ?? [] }))
        }
    }

    private mutating func add(_ note: ReadNote, _ index: Int) {
        open[note.place, default: Gathering()].add(note, index)
        if let gathering = open[note.place], gathering.count >= Self.size { close(note.place) }
    }

    private mutating func close(_ place: AnkiPlace) {
        guard var gathering = open[place], gathering.count > 0 else { return }
        var draft = draft(
            nextName(place.unit ?? place.className, place, &gathering), place)
        draft.questions = gathering.questions.map(\.0)
        draft.clozes = gathering.clozes.map(\.0)
        if !gathering.extras.isEmpty {
            draft.sections = [
                DraftGuide.Section(
                    "Extra",
                    body: gathering.extras.map { "- " + $0.replacing("\n", with: "\n  ") }
                        .joined(separator: "\n"))
            ]
        }
        guides.append(
            Guide(
                draft: draft,
                origins: gathering.questions.map(\.1) + gathering.clozes.map(\.1)))
        var next = Gathering()
        next.guides = gathering.guides
        open[place] = next
    }

    /// A name with the first number that is free.
    private mutating func nextName(
        _ stem: String, _ place: AnkiPlace, _ gathering: inout Gathering
    ) -> String {
        while true {
            gathering.guides += 1
            let name = gathering.guides == 1 ? stem : "\(stem) (\(gathering.guides))"
            if take(id(name, place)) { return name }
        }
    }
}

extension PackageDrafts.Origin {
    /// The cards of most items: shared, for a package has a hundred thousand of them.
    private static let answeredByFirst: [Int: [Card.Facet]] = [0: [.answer]]

    fileprivate init(_ note: Int, _ kind: Item.Kind, _ item: ReadItem) {
        self.note = note
        self.item = item.index
        self.kind = kind
        cards =
            item.isAnsweredByFirst
            ? Self.answeredByFirst
            : Dictionary(item.cards.map { ($0.ordinal, $0.facets) }, uniquingKeysWith: +)
    }
}
