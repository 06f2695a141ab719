internal import StudyCore

extension SourceText {
    /// The blocks of a document, each with its last line; and where it nests too deeply, if it does.
    func blocks(nestingLimit: Int) -> (blocks: [SourceBlock], tooDeep: (line: Int, column: Int)?) {
        let tree = MarkdownTree(parsing: bytes)
        var builder = SourceBlockBuilder(nestingLimit: nestingLimit)
        tree.walk(&builder)
        var blocks = builder.blocks
        setLastLines(of: &blocks, end: lineCount)
        return (blocks, builder.tooDeep)
    }

    /// Each block reaches to the next one: cmark's own last lines are wrong for HTML and some lists.
    private func setLastLines(of blocks: inout [SourceBlock], end: Int) {
        for index in blocks.indices {
            let next = index + 1 < blocks.count ? blocks[index + 1].line - 1 : end
            var last = max(next, blocks[index].line)
            while last > blocks[index].line, isBlank(last) { last -= 1 }
            blocks[index].lastLine = last
            if !blocks[index].children.isEmpty, blocks[index].kind != .tableRow {
                setLastLines(of: &blocks[index].children, end: last)
            }
        }
    }

    /// Neighbouring blocks as prose, without the marks of the containers around them.
    func prose(of blocks: ArraySlice<SourceBlock>, in containers: [Container]) -> Prose {
        guard let first = blocks.first, let last = blocks.last else { return Prose(plain: "") }
        var markdown = markdown(lines: first.line...max(first.line, last.lastLine), in: containers)
        if first.kind != .code { markdown.removeFirst(markdown.prefix { $0.isBlank }.count) }
        return Prose(markdown: markdown, plain: blocks.plain)
    }
}

extension Prose {
    /// One string where Markdown and plain text are the same.
    init(markdown: some Collection<UInt8>, plain: String) {
        let same = plain.utf8.elementsEqual(markdown)
        self.init(
            markdown: same ? plain : String(decoding: markdown, as: UTF8.self), plain: plain)
    }

    /// Markdown on its own.
    init(markdown: [UInt8]) {
        let trimmed = markdown.trimmingBlankLines()
        let blocks = SourceText(trimmed).blocks(nestingLimit: ContentLimits().nestingDepth).blocks
        self.init(markdown: trimmed, plain: blocks[...].plain)
    }
}
