internal import StudyCore

extension SourceText {
    /// The blocks of a document, each with its last line; and where it nests too deeply, if it does.
    func blocks(nestingLimit: Int) -> (blocks: [SourceBlock], tooDeep: (line: Int, column: Int)?) {
        let tree = MarkdownTree(parsing: bytes)
        var builder = SourceBlockBuilder(nestingLimit: nestingLimit)
        tree.walk(&builder)
        setLines(aboveTablesIn: &builder.blocks)
        setLastLines(of: &builder.blocks, end: lineCount)
        return (builder.blocks, builder.tooDeep)
    }

    /// Puts a table below the paragraph that stands right above its header.
    ///
    /// cmark takes the two for one paragraph at first: afterwards the paragraph has no line, and the table
    /// the paragraph's.
    private func setLines(aboveTablesIn blocks: inout [SourceBlock]) {
        for index in blocks.indices {
            let next = index + 1
            if blocks[index].line == 0, next < blocks.count, blocks[next].kind == .table {
                blocks[index].line = blocks[next].line
                blocks[index].column = max(1, blocks[next].column)
                var header = blocks[next].line + 1
                while header + 1 < lineCount, !StructureGuard.isDelimiterRow(line(header + 1)) {
                    header += 1
                }
                blocks[next].line = header
                if !blocks[next].children.isEmpty { blocks[next].children[0].line = header }
            }
            setLines(aboveTablesIn: &blocks[index].children)
        }
    }

    /// Each block reaches to the next one: cmark's own last lines are wrong for HTML and some lists.
    private func setLastLines(of blocks: inout [SourceBlock], end: Int) {
        for index in blocks.indices {
            let next = index + 1 < blocks.count ? blocks[index + 1].line - 1 : end
            var last = max(next, blocks[index].line)
            while last > blocks[index].line, isBlank(last) { last -= 1 }
            blocks[index].lastLine = last
            blocks[index].reach = max(next, last)
            if !blocks[index].children.isEmpty, blocks[index].kind != .tableRow {
                setLastLines(of: &blocks[index].children, end: last)
            }
        }
    }

    /// Blocks as prose, without the marks of the containers around them.
    ///
    /// Neighbours are taken as they stand; where something was left out between two, a blank line is put.
    func prose(of blocks: ArraySlice<SourceBlock>, in containers: [Container]) -> Prose {
        var markdown: [UInt8] = []
        var first = blocks.startIndex
        while first < blocks.endIndex {
            var last = first
            while last + 1 < blocks.endIndex, blocks[last + 1].line == blocks[last].reach + 1 {
                last += 1
            }
            let line = blocks[first].line
            var part = self.markdown(
                lines: line...max(line, blocks[last].lastLine), in: containers)
            if blocks[first].kind != .code { part.removeFirst(part.prefix { $0.isBlank }.count) }
            if markdown.isEmpty {
                markdown = part
            } else {
                markdown += Array("\n\n".utf8) + part
            }
            first = last + 1
        }
        return Prose(markdown: markdown, plain: blocks.plain)
    }
}

extension Prose {
    /// One string where Markdown and plain text are the same; control characters are dropped from both.
    init(markdown: some Collection<UInt8>, plain: String) {
        let same = plain.consists(ofBytes: markdown)
        self.init(markdown: same ? plain : String(clean: Array(markdown)), plain: plain)
    }

    /// Markdown on its own.
    init(markdown: [UInt8]) {
        let trimmed = markdown.trimmingBlankLines()
        let blocks = SourceText(trimmed).blocks(nestingLimit: ContentLimits().nestingDepth).blocks
        self.init(markdown: trimmed, plain: blocks[...].plain)
    }
}
