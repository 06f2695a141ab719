internal import StudyCore

/// Reads a Markdown file: front matter, cards written as lines, headings, tables of terms.
struct GuideFileReader {
    let path: String
    let limits: ContentLimits
    private var source: SourceText
    private var defaults: GuideDefaults
    private var frontMatter = FrontMatter()
    private var cards: [Item] = []
    private var cardProblemLines: [Int] = []
    private(set) var guides: [Guide] = []
    private(set) var log: ProblemLog

    init(source: SourceText, path: String, defaults: GuideDefaults, limits: ContentLimits) {
        self.source = source
        self.path = path
        self.defaults = defaults
        self.limits = limits
        log = ProblemLog(file: path)
    }

    mutating func read() {
        let bodyLine = readFrontMatter()
        if let problem = StructureGuard(limits: limits).problem(in: source, file: path) {
            log.add(problem)
            return
        }
        readCards(from: bodyLine)
        let document = source.blocks(nestingLimit: limits.nestingDepth)
        if let place = document.tooDeep {
            log.add(
                .nestingTooDeep, .error, line: place.line, column: place.column,
                StructureGuard.nestingMessage(limit: limits.nestingDepth))
            return
        }
        let sections = Section.split(document.blocks, lineCount: source.lineCount)
        let tables = readTables(in: sections)
        if sections.count == 1 {
            readUntitled(sections[0], hasTables: tables)
        } else {
            let links = LinkDefinitions(in: source)
            for draft in GuideDraft.drafts(of: sections) {
                read(draft, links: links, hasTables: tables)
            }
        }
        guides.sort { $0.line < $1.line }
    }

    /// Blanks the front matter out, so that every line keeps its number.
    ///
    /// - Returns: The line below it.
    private mutating func readFrontMatter() -> Int {
        let reader = FrontMatterReader(limits: limits)
        guard let lines = reader.lines(in: source, log: &log) else { return 1 }
        frontMatter = FrontMatter(reader.entries(in: source, lines: lines, log: &log), log: &log)
        if let name = frontMatter.className { defaults.className = name }
        if let unit = frontMatter.unit { defaults.unit = unit }
        source.blank(lines)
        return lines.upperBound + 1
    }

    private mutating func readCards(from line: Int) {
        let parts = CardNotation.parts(in: source, after: line)
        guard !parts.isEmpty else { return }
        var reader = CardNotationReader(source: source, file: path, limits: limits)
        reader.read(parts)
        cards = reader.items
        cardProblemLines = reader.log.problems.map(\.line)
        log.add(contentsOf: reader.log)
        for part in parts {
            source.blank(part.lines)
            if let separator = part.separator { source.blank(separator...separator) }
        }
    }

    /// Makes guides of the tables of terms outside the known sections.
    ///
    /// - Returns: Whether there are any such tables.
    private mutating func readTables(in sections: [Section]) -> Bool {
        var found = false
        for block in sections.lazy.filter({ $0.kind == nil }).flatMap(\.blocks) {
            guard let table = MarkdownTermTable(block) else { continue }
            found = true
            guides += table.guides(
                in: source, path: path, defaults: defaults, limits: limits, log: &log)
        }
        return found
    }

    /// A file without any heading: its cards belong to a guide that is named for the file.
    private mutating func readUntitled(_ section: Section, hasTables: Bool) {
        guard hasTables || !cards.isEmpty || !log.problems.isEmpty && section.isEmpty else {
            log.add(
                .missingTitle, .error, lastLine: source.lineCount,
                "the guide has no heading; begin it with a line such as '# Micro-influencer'")
            return
        }
        if cards.isEmpty {
            reportBesideTable(section.blocks)
            return
        }
        let links = LinkDefinitions(in: source)
        read(
            GuideDraft(untitled: section, term: termFromPath), links: links, hasTables: hasTables)
    }

    private mutating func read(_ draft: GuideDraft, links: LinkDefinitions, hasTables: Bool) {
        var draft = draft
        if draft.term == nil {
            log.add(
                .missingTitle, .warning, line: draft.line,
                "the guide begins without its term; put '# \(termFromPath)' or another term above this heading"
            )
            draft.term = termFromPath
        }
        let term = draft.term ?? termFromPath
        let termSlug = slug(term)
        guard !termSlug.isEmpty else {
            log.add(
                .emptyTitle, .error, line: draft.line, lastLine: draft.lines.upperBound,
                "the heading holds no letter or digit; write the guide's term there")
            return
        }
        var reader = GuideDraftReader(source: source, links: links, file: path, limits: limits)
        reader.read(draft, cards: cards.filter { draft.lines.contains($0.line) })
        log.add(contentsOf: reader.log)
        // The title of a mere table of terms is no guide.
        if reader.items.isEmpty, reader.kept.isEmpty, hasTables { return }
        if reader.items.isEmpty, !hasTables, reader.log.problems.isEmpty,
            !cardProblemLines.contains(where: draft.lines.contains)
        {
            log.add(
                .noItems, .warning, line: draft.line,
                "there is nothing to learn about \(term.quoted) yet; add '## Definition', '## Key facts' or '## Review questions'"
            )
        }
        guides.append(
            Guide(
                id: Guide.ID(classSlug: slug(defaults.className), termSlug: termSlug), path: path,
                className: defaults.className, unit: defaults.unit, term: term,
                aliases: draft.isFirst ? frontMatter.aliases : [],
                confusedWith: draft.isFirst ? frontMatter.confusedSlugs : [],
                sources: frontMatter.sources, explicitID: reader.explicitID, line: draft.line,
                items: reader.items, sections: reader.kept))
    }

    private mutating func reportBesideTable(_ blocks: [SourceBlock]) {
        for block in blocks where !block.isSilent && MarkdownTermTable(block) == nil {
            log.add(
                .strayText, .note, at: block,
                "this text stands beside a table of terms and is not shown")
        }
    }

    /// The term for which a file without a heading is taken.
    private var termFromPath: String {
        let name = path.split(separator: "/").last ?? ""
        return title(fromName: String(name.prefix(upTo: name.lastIndex(of: ".") ?? name.endIndex)))
    }
}
