internal import StudyCore

/// Makes items of the blocks of a known section.
struct ItemReader {
    let source: SourceText
    let limits: ContentLimits
    private(set) var items: [Item] = []
    var log: ProblemLog

    init(source: SourceText, limits: ContentLimits, log: ProblemLog) {
        self.source = source
        self.limits = limits
        self.log = log
    }

    /// Hands the items over.
    mutating func takeItems() -> [Item] {
        defer { items = [] }
        return items
    }

    /// One item of all the blocks.
    mutating func readDefinition(_ blocks: [SourceBlock], headingID: String?) {
        guard let first = blocks.first, let last = blocks.last else { return }
        var text = source.prose(of: blocks[...], in: [])
        let id = explicitID(of: &text, at: first)
        guard isShort(text, first.line...last.lastLine, column: first.column) else { return }
        items.append(
            Item(kind: .definition, text: text, explicitID: id ?? headingID, line: first.line))
    }

    /// A fact for each item of a list; where there is no list at all, for each paragraph.
    mutating func readFacts(_ blocks: [SourceBlock]) {
        let hasList = blocks.contains { $0.kind == .list }
        for block in blocks where !block.isSilent {
            switch block.kind {
            case .list:
                for item in block.children { readFact(item) }
            case .paragraph where !hasList:
                readFact(source.prose(of: [block], in: []), at: block)
            case .heading:
                log.add(
                    .groupHeading, .note, at: block,
                    "the heading \(block.ownText.quoted) groups facts and is not asked itself")
            default: reportStray(block, "make it an item of the list")
            }
        }
    }

    private mutating func readFact(_ item: SourceBlock) {
        guard !item.isSilent, let container = Container(item: item, in: [], of: source) else {
            reportEmpty(item)
            return
        }
        var text = source.prose(of: item.children[...], in: [container])
        let id = explicitID(atFirstOf: item, in: container, of: &text)
        readFact(text, id: id, at: item)
    }

    /// Takes an id off the end of an item's first paragraph, when more follows it.
    private mutating func explicitID(
        atFirstOf item: SourceBlock, in container: Container, of prose: inout Prose
    ) -> String? {
        guard item.children.count > 1, let block = item.children.first,
            block.ownText.utf8.last == UInt8(ascii: "}")
        else { return nil }
        let first = source.prose(of: [block], in: [container])
        var stripped = first
        guard let id = explicitID(of: &stripped, at: item),
            prose.markdown.hasPrefix(first.markdown), prose.plain.hasPrefix(first.plain)
        else { return nil }
        let markdown = stripped.markdown + prose.markdown.dropFirst(first.markdown.count)
        let plain = stripped.plain + prose.plain.dropFirst(first.plain.count)
        prose = Prose(markdown: markdown, plain: plain)
        return id
    }

    private mutating func readFact(_ prose: Prose, id first: String? = nil, at block: SourceBlock) {
        var text = prose
        let id = first ?? explicitID(of: &text, at: block)
        guard isShort(text, block.line...block.lastLine, column: block.column) else { return }
        guard !text.plain.isEmpty else {
            reportEmpty(block)
            return
        }
        items.append(Item(kind: .fact, text: text, explicitID: id, line: block.line))
    }

    mutating func add(
        question: Prose, answer: Prose, id: String?, at block: SourceBlock, lastLine: Int
    ) {
        let lines = block.line...max(block.line, lastLine)
        guard isShort(question, lines, column: block.column),
            isShort(answer, lines, column: block.column)
        else { return }
        items.append(
            Item(
                kind: .question, text: question, answer: answer, explicitID: id, line: block.line))
    }

    /// Takes the `{#id}` off the end, and reports one that cannot be used.
    mutating func explicitID(of prose: inout Prose, at block: SourceBlock) -> String? {
        explicitID(ExplicitID.strip(&prose), line: block.line, column: block.column)
    }

    /// The id of a heading, if it has one that can be used.
    mutating func explicitID(
        _ ending: ExplicitID.Ending, line: Int, column: Int = 1
    ) -> String? {
        switch ending {
        case .id(let id): return id
        case .none: return nil
        case .malformed:
            log.add(.malformedID, .warning, line: line, column: column, ItemReading.malformedID)
            return nil
        }
    }

    mutating func reportStray(_ block: SourceBlock, _ advice: String) {
        log.add(.strayText, .warning, at: block, "this text became no card; \(advice)")
    }

    mutating func reportEmpty(_ item: SourceBlock) {
        log.add(
            .emptyItem, .warning, at: item, "the list item is empty; write its text or remove it")
    }

    private mutating func isShort(_ prose: Prose, _ lines: ClosedRange<Int>, column: Int) -> Bool {
        if prose.markdown.utf8.count <= limits.itemLength { return true }
        log.add(
            .itemTooLong, .error, line: lines.lowerBound, column: column,
            lastLine: lines.upperBound, ItemReading.tooLong(limit: limits.itemLength))
        return false
    }
}
