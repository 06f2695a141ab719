internal import StudyCore

/// Gathers fronts and backs: terms become guides, questions go into a guide of their own.
struct RowMaterial {
    private(set) var reading: TextReading
    private let options: TextOptions
    private var terms: [DraftGuide] = []
    /// Where the guide of a class and term is.
    private var places: [[String]: Int] = [:]
    /// Guides of questions, by class and unit.
    private var stacks: [DraftGuide] = []

    init(_ text: PlainLines, _ options: TextOptions, shape: String) {
        self.options = options
        reading = TextReading(shape: shape)
        reading.lines = text.lines.map {
            .init(text: $0.original, fate: $0.isBlank ? .blank : .unassigned)
        }
    }

    var isEmpty: Bool { terms.isEmpty && stacks.isEmpty }

    mutating func use(lines: ClosedRange<Int>, when isTrue: Bool = true) {
        guard isTrue else { return }
        set(.used, lines)
    }

    mutating func drop(lines: ClosedRange<Int>) { set(.noise, lines) }

    private mutating func set(_ fate: TextReading.Fate, _ lines: ClosedRange<Int>) {
        for line in lines where reading.lines[line - 1].fate != .blank {
            reading.lines[line - 1].fate = fate
        }
    }

    mutating func note(_ text: String, line: Int?) {
        reading.notes.append(.init(text, line: line))
    }

    mutating func noteNoAnswer(line: Int) {
        note("the question has no answer; it is kept for reading and not asked", line: line)
    }

    /// Longest text that is taken for a term, in characters.
    private static let longestTerm = 80

    /// Adds a front and its back, plain text both; one that cannot be used leaves its lines unassigned.
    ///
    /// A front that asks is a question whatever its words; a back may be Markdown.
    mutating func add(
        _ front: String, _ back: String, extra: [String] = [], deck: String? = nil,
        asks: Bool = false, isMarkdown: Bool = false, lines: ClosedRange<Int>
    ) {
        let markdown = isMarkdown ? Markdown.kept : Markdown.escaped
        let term = front.onOneLine
        guard !slug(term).isEmpty else { return }
        var place = self.place(deck)
        if let cloze = Self.cloze(front) {
            add(cloze: cloze, at: place)
        } else if back.isEmpty {
            return
        } else if asks || term.count > Self.longestTerm || term.endsQuestion {
            let answer = markdown(([back] + extra).joined(separator: "\n\n"))
            addQuestion(Markdown.escaped(String(front.trimmedSlice)), answer, at: place)
        } else {
            place.term = term
            place.definition = markdown(back)
            for text in extra { place.sections.append(.init("Notes", body: markdown(text))) }
            return add(place, lines: lines)
        }
        use(lines: lines)
    }

    /// Adds a term; one that is there already gets what is new of it, for no guide has two of a name.
    private mutating func add(_ guide: DraftGuide, lines: ClosedRange<Int>) {
        let key = [guide.className ?? "", slug(guide.term)]
        guard let index = places[key] else {
            places[key] = terms.count
            terms.append(guide)
            return use(lines: lines)
        }
        let known = terms[index]
        let sections = guide.sections.filter { !known.sections.contains($0) }
        if known.definition == guide.definition, sections.isEmpty { return drop(lines: lines) }
        if known.definition != guide.definition {
            terms[index].definition = [known.definition, guide.definition].compactMap { $0 }
                .joined(separator: "\n\n")
        }
        terms[index].sections += sections
        use(lines: lines)
        note(
            "'\(guide.term)' is there twice; its guide has what both say", line: lines.lowerBound)
    }

    /// Adds a question whatever its words.
    mutating func addQuestion(_ question: String, _ answer: String?, lines: ClosedRange<Int>) {
        addQuestion(
            markdown: Markdown.escaped(String(question.trimmedSlice)), answer.map(Markdown.escaped),
            lines: lines)
    }

    /// Adds a question that is Markdown already.
    mutating func addQuestion(markdown question: String, _ answer: String?, lines: ClosedRange<Int>)
    {
        addQuestion(question, answer, at: place(nil))
        use(lines: lines)
    }

    mutating func addCloze(_ markdown: String, lines: ClosedRange<Int>) {
        add(cloze: markdown, at: place(nil))
        use(lines: lines)
    }

    private mutating func addQuestion(_ question: String, _ answer: String?, at place: DraftGuide) {
        stacks[stack(place)].questions.append(.init(question, answer: answer))
    }

    private mutating func add(cloze: String, at place: DraftGuide) {
        stacks[stack(place)].clozes.append(cloze)
    }

    /// The index of the guide of questions of a class and unit, which is made when it is missing.
    private mutating func stack(_ place: DraftGuide) -> Int {
        let index = stacks.firstIndex {
            $0.className == place.className && $0.unit == place.unit
        }
        if let index { return index }
        stacks.append(place)
        return stacks.count - 1
    }

    private func place(_ deck: String?) -> DraftGuide {
        let parts = (deck ?? "").split(separator: "::").map { String($0.trimmedSlice) }
            .filter { !$0.isEmpty }
        return DraftGuide(
            className: options.className ?? parts.first,
            unit: options.unit
                ?? (parts.count > 1 ? parts.dropFirst().joined(separator: " - ") : nil),
            term: options.term ?? options.name ?? "Questions")
    }

    /// Anki's clozes as sentences with `[holes]`; nil for any other text.
    private static func cloze(_ text: String) -> String? {
        guard text.contains("{{c") else { return nil }
        var holes: [String] = []
        let marked = text.onOneLine.replacing(/\{\{c\d+::(.*?)(?:::.*?)?\}\}/) { match in
            holes.append(String(match.1))
            return "\u{10FFFC}\(holes.count - 1)\u{10FFFD}"
        }
        guard !holes.isEmpty else { return nil }
        var result = Markdown.escaped(marked)
        for (number, hole) in holes.enumerated() {
            result = result.replacing(
                "\u{10FFFC}\(number)\u{10FFFD}", with: "[\(Markdown.escaped(hole))]")
        }
        return result
    }

    /// What was read, terms first.
    func finished() -> TextReading {
        var reading = reading
        reading.guides = terms + stacks
        return reading
    }
}
