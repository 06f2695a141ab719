/// A heading of a guide with the blocks below it, up to the next heading that is not inside it.
struct Section: Equatable {
    /// Nil for what stands above the first heading.
    var heading: SourceBlock?
    /// The heading's text without an id at its end; empty when there is no heading.
    var title = ""
    /// The id at the end of the heading.
    var id = ExplicitID.Ending.none
    /// Nil when the heading is not one of the known ones.
    var kind: SectionKind?
    var blocks: [SourceBlock] = []
    /// The last line that belongs to the section, blank ones included.
    var lastLine: Int

    /// The level of the heading, 1–6; 0 when there is none.
    var level: Int { heading?.headingLevel ?? 0 }

    /// Whether there is nothing to read below the heading.
    var isEmpty: Bool { blocks.allSatisfy(\.isSilent) }
}

extension Section {
    init(lastLine: Int) {
        self.lastLine = lastLine
    }

    init(heading: SourceBlock, lastLine: Int) {
        self.heading = heading
        self.lastLine = lastLine
        title = heading.ownText
        id = ExplicitID.strip(&title)
        kind = SectionKind(heading: title)
    }

    /// Parts a document at its headings; the first section holds what stands above them.
    ///
    /// A heading of a known kind begins a section. Any other one belongs to the section around it when it is
    /// deeper and that section is no title or definition: it is then a question among the review questions,
    /// a group among the facts, or a part of a kept section.
    static func split(_ blocks: [SourceBlock], lineCount: Int) -> [Section] {
        var sections = [Section(lastLine: lineCount)]
        for block in blocks {
            let last = sections.count - 1
            guard let level = block.headingLevel else {
                sections[last].blocks.append(block)
                continue
            }
            let next = Section(heading: block, lastLine: lineCount)
            let titleLevel = sections.count > 1 ? sections[1].level : 0
            let isInside =
                sections.count > 1 && level > sections[last].level
                && (sections[last].level > titleLevel || sections[last].kind != nil)
                && sections[last].kind != .definition
            let isQuestion = sections[last].kind == .questions && next.title.hasSuffix("?")
            if isInside, next.kind == nil || isQuestion {
                sections[last].blocks.append(block)
            } else {
                sections[last].lastLine = block.line - 1
                sections.append(next)
            }
        }
        return sections
    }
}

extension SourceBlock {
    /// Nil when the block is no heading.
    var headingLevel: Int? {
        if case .heading(let level) = kind { level } else { nil }
    }
}
