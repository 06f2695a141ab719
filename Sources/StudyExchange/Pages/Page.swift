internal import StudyCore

/// One page while it is read.
struct Page {
    let lines: [PlainLines.Line]
    let kinds: [PageLine]
    private(set) var guide = DraftGuide(term: "")
    private(set) var fates: [Int: TextReading.Fate] = [:]
    private(set) var notes: [TextReading.Note] = []

    private var congratulated: (term: String, index: Int)?
    private var definition: [ListLine] = []
    private var facts: [ListLine] = []
    private var questions: [ListLine] = []
    private var kept: [(title: String, heading: Int, lines: [ListLine])] = []
    private var images: [String] = []

    init(lines: [PlainLines.Line], kinds: [PageLine]) {
        self.lines = lines
        self.kinds = kinds
    }

    mutating func readHead(_ range: Range<Int>, _ options: TextOptions) {
        let head = PageHead(range, lines, kinds)
        for index in range where !lines[index].isBlank { fates[index] = .used }
        for index in head.noise { fates[index] = .noise }
        for index in head.strays { fates[index] = .unassigned }
        notes += head.notes
        guide.className = head.course ?? options.className
        guide.unit = options.unit
        guide.term = head.term ?? options.term ?? ""
        guide.sources = [DraftGuide.pasted]
    }

    /// Leaves what stands above the first facts of a copy that missed its head.
    mutating func leaveHead(_ range: Range<Int>, _ options: TextOptions) {
        for index in range where !lines[index].isBlank { fates[index] = .unassigned }
        guide.className = options.className
        guide.unit = options.unit
        guide.term = options.term ?? ""
        guide.sources = [DraftGuide.pasted]
    }

    private enum State {
        case section(PageLine.Section)
        case advertisement
        case footer
        /// Above any section, or below text that a section ended with.
        case nowhere
    }

    /// Takes the lines below the head; the first ones are facts without their heading when a copy opens so.
    mutating func readBody(_ range: Range<Int>, opensWithFacts: Bool) {
        var state = opensWithFacts ? State.section(.facts) : .nowhere
        if opensWithFacts {
            notes.append(
                .init(
                    "the text begins here in the middle of a page; numbered lines were taken for facts",
                    line: range.lowerBound + 1))
        }
        var isApart = false
        for index in range {
            let line = lines[index]
            if line.isBlank {
                isApart = true
                continue
            }
            defer { isApart = false }
            switch kinds[index] {
            case .heading(let section):
                fates[index] = .used
                if case .kept(let title) = section { kept.append((title, index, [])) }
                state = .section(section)
            case .definition(let text):
                state = .section(.definition)
                add(ListLine(index: index, indent: line.indent, text: text, isApart: true), state)
            case .congratulation(let term):
                fates[index] = .noise
                congratulated = (term, index)
                state = .nowhere
            case .chatter:
                fates[index] = .noise
                state = .nowhere
            case .tag, .noise, .copy: fates[index] = .noise
            case .advertisement:
                fates[index] = .noise
                state = .advertisement
            case .copyright:
                fates[index] = .noise
                if hasBody { state = .footer }
            case .image(let description):
                fates[index] = .used
                images.append(description)
            case .blank, .fromClass, .keyTerm, .courseReview, .text:
                add(
                    ListLine(index: index, indent: line.indent, text: line.text, isApart: isApart),
                    state)
            }
        }
    }

    private var hasBody: Bool { !definition.isEmpty || !facts.isEmpty }

    private mutating func add(_ line: ListLine, _ state: State) {
        fates[line.index] = .used
        switch state {
        case .section(.definition): definition.append(line)
        case .section(.facts): facts.append(line)
        case .section(.questions): questions.append(line)
        case .section(.kept): kept[kept.count - 1].lines.append(line)
        case .advertisement: fates[line.index] = .noise
        case .footer:
            // A menu's words say nothing; a sentence below the footer might.
            let text = lines[line.index].text
            fates[line.index] = text.endsSentence && text.count > 60 ? .unassigned : .noise
        case .nowhere: fates[line.index] = .unassigned
        }
    }

    /// Makes the guide of what was gathered.
    mutating func finish() {
        guide.definition = Self.paragraphs(definition).markdown
        let foundFacts = FactLines(facts)
        guide.facts = foundFacts.facts.compactMap(\.markdown)
        let found = QuestionLines(questions)
        guide.questions = found.pairs.map {
            .init(Markdown.escaped($0.question), answer: $0.answer.markdown)
        }
        for index in found.strays { fates[index] = .unassigned }
        for part in kept {
            guard let body = Self.body(part.lines, of: part.title).markdown else {
                fates[part.heading] = .noise
                continue
            }
            guide.sections.append(.init(part.title, body: body))
        }
        if !images.isEmpty {
            var blocks = TextBlocks()
            for image in images { blocks.addPoint(image) }
            guide.sections.append(.init("Images", body: blocks.markdown ?? ""))
        }
        if guide.term.isEmpty, let congratulated, !congratulated.term.isEmpty {
            guide.term = congratulated.term
            fates[congratulated.index] = .used
            notes.append(
                .init(
                    "the page has no heading; its term is taken from this line",
                    line: congratulated.index + 1))
        }
        noteOtherTerm()
        if foundFacts.byLines {
            notes.append(
                .init(
                    "the marks of the list are lost: facts were told by their lines, so look at them",
                    line: facts[0].index + 1))
        }
        noteQuestions(found)
        noteCutEnd()
        noteFormulas()
    }

    private mutating func noteQuestions(_ found: QuestionLines) {
        if found.byAlternation, found.pairs.contains(where: { !$0.answer.isEmpty }) {
            notes.append(
                .init(
                    "the indent is lost: questions and answers were told by their words, so look at them",
                    line: questions[0].index + 1))
        }
        let bare = found.pairs.filter { $0.answer.isEmpty }
        guard let first = bare.first else { return }
        let one = "the question has no answer; it is kept for reading and not asked"
        let many =
            "\(bare.count) questions from here on have no answers; they are kept for reading and not asked"
        notes.append(.init(bare.count == 1 ? one : many, line: first.index + 1))
    }

    /// The line that congratulates names the term again: other words may mean that two pages are mixed up.
    private mutating func noteOtherTerm() {
        guard let congratulated, case let named = slug(congratulated.term), !named.isEmpty else {
            return
        }
        let term = slug(guide.term)
        // A plural, or an abbreviation in brackets, is the same term.
        guard !term.hasPrefix(named.dropLast()), !named.hasPrefix(term.dropLast()) else { return }
        notes.append(
            .init(
                "this line names another term, '\(congratulated.term)'; kept is '\(guide.term)'",
                line: congratulated.index + 1))
    }

    /// The end of a copy is often missed; its last text then lacks its full stop.
    private mutating func noteCutEnd() {
        let last = (definition + facts + questions).max { $0.index < $1.index }
        guard let last, !last.text.endsSentence else { return }
        let isWholeQuestion = guide.questions.isEmpty && facts.count > 1
        if isWholeQuestion, !facts.dropLast().allSatisfy({ $0.text.endsSentence }) { return }
        notes.append(.init("the text seems cut off here", line: last.index + 1))
    }

    private mutating func noteFormulas() {
        for line in definition + facts + questions where DoubledFormula.isIn(line.text) {
            notes.append(
                .init("a formula seems to stand twice in this line", line: line.index + 1))
        }
    }

    /// Paragraphs whose lines may be wrapped.
    private static func paragraphs(_ lines: [ListLine]) -> TextBlocks {
        var blocks = TextBlocks()
        for line in lines {
            if line.mark != nil, !blocks.isEmpty {
                blocks.addPoint(line.text)
            } else if line.isApart || blocks.isEmpty {
                blocks.addParagraph(line.text)
            } else {
                blocks.extend(line.text)
            }
        }
        return blocks
    }

    /// A kept part: names and what is said of them, a line each, stay a line each.
    private static func body(_ lines: [ListLine], of title: String) -> TextBlocks {
        let isList = ["terms", "in", "examples"].contains { title.lowercased().hasSuffix($0) }
        guard isList else { return paragraphs(lines) }
        var blocks = TextBlocks()
        for line in lines { blocks.addPoint(line.text) }
        return blocks
    }
}
