internal import StudyCore

/// Reads the sections of one guide.
struct GuideDraftReader {
    private let source: SourceText
    private let links: LinkDefinitions
    private let limits: ContentLimits
    /// In the order of the file.
    private(set) var items: [Item] = []
    /// Sections that make no cards, in the order of the file.
    private(set) var kept: [Guide.Section] = []
    private(set) var explicitID: String?
    private(set) var log: ProblemLog

    init(source: SourceText, links: LinkDefinitions, file: String, limits: ContentLimits) {
        self.source = source
        self.links = links
        self.limits = limits
        log = ProblemLog(file: file)
    }

    /// Reads a draft; `cards` are the ones written as lines inside it.
    mutating func read(_ draft: GuideDraft, cards: [Item]) {
        var reader = ItemReader(source: source, limits: limits, log: log)
        explicitID = reader.explicitID(draft.id, line: draft.line)
        let known = draft.sections.filter { $0.kind != nil }
        let hasDefinition = known.contains { $0.kind == .definition }
        let intro = draft.intro.filter { MarkdownTermTable($0) == nil && !$0.isSilent }
        if !hasDefinition, !known.isEmpty, !intro.isEmpty {
            reader.readDefinition(intro, headingID: nil)
        } else {
            keep("", intro, line: intro.first?.line ?? draft.line)
        }
        var definitions = 0
        for section in draft.sections {
            guard let kind = section.kind, let heading = section.heading else {
                keep(section)
                continue
            }
            let lines = heading.line...section.lastLine
            if section.isEmpty {
                if !cards.contains(where: { lines.contains($0.line) }) {
                    reader.log.add(emptySection(kind, at: heading))
                }
                continue
            }
            switch kind {
            case .definition:
                definitions += 1
                if definitions > 1 {
                    reader.log.add(
                        .secondDefinition, .warning, at: heading,
                        "a guide has one definition; join this one with the first, or give it a guide of its own"
                    )
                    keep(section)
                } else {
                    let id = reader.explicitID(section.id, line: heading.line)
                    reader.readDefinition(section.blocks, headingID: id)
                }
            case .facts: reader.readFacts(section.blocks)
            case .questions: reader.readQuestions(section.blocks)
            }
        }
        log = reader.log
        items = reader.takeItems()
        for index in items.indices { links.complete(&items[index]) }
        items += cards
        items.sort { $0.line < $1.line }
        kept = kept.map(links.completing)
        if !hasDefinition, !known.isEmpty, intro.isEmpty {
            log.add(
                .missingDefinition, .warning, line: draft.line,
                "\((draft.term ?? "").quoted) has no definition; add one below '## Definition'")
        }
        dropSurplus()
    }

    private mutating func dropSurplus() {
        guard items.count > limits.items else { return }
        log.add(
            .tooManyItems, .error, line: items[limits.items].line,
            "the guide has more than \(limits.items) items, and those from here on are not asked; split it"
        )
        items.removeSubrange(limits.items...)
    }

    private mutating func keep(_ section: Section) {
        guard let heading = section.heading else { return }
        keep(section.title, section.blocks, line: heading.line)
    }

    private mutating func keep(_ title: String, _ blocks: [SourceBlock], line: Int) {
        guard !title.isEmpty || !blocks.isEmpty else { return }
        kept.append(
            Guide.Section(title: title, body: source.prose(of: blocks[...], in: []), line: line))
    }

    private func emptySection(_ kind: SectionKind, at heading: SourceBlock) -> ContentProblem {
        kind == .definition
            ? ContentProblem(
                .emptyDefinition, .warning, file: log.file, line: heading.line,
                column: heading.column,
                message: "the definition is empty; write it below its heading")
            : ContentProblem(
                .emptySection, .warning, file: log.file, line: heading.line,
                column: heading.column,
                message: "nothing stands below this heading; write its list or remove it")
    }
}
