/// A block of a guide with its place in the file and its text without marks.
struct SourceBlock: Equatable {
    enum Kind: Equatable {
        case paragraph, quote, code, html, rule, table, tableRow, tableCell
        case heading(level: Int)
        case list
        case item(isTask: Bool)
    }

    var kind: Kind
    /// The first line, from 1.
    var line: Int
    /// Where the block begins in its first line, in bytes from 1.
    var column: Int
    /// The last line, blank ones at the end not counted.
    var lastLine: Int
    /// The line before the next block: `lastLine` and the blank ones behind it.
    var reach: Int
    /// The text of a block without children: a paragraph, a heading, code, a cell; else empty.
    var ownText: String
    var children: [SourceBlock]

    /// The text of the block and of all inside: a line for each paragraph, item and row.
    var plain: String {
        if children.isEmpty { return ownText }
        return children.map { $0.plain }.filter { !$0.isEmpty }
            .joined(separator: kind == .tableRow ? " | " : "\n")
    }

    /// Whether there is nothing to read in it: a rule, a comment, an empty item.
    var isSilent: Bool {
        children.isEmpty ? ownText.isEmpty : children.allSatisfy(\.isSilent)
    }
}

extension ArraySlice<SourceBlock> {
    /// The blocks' text, block by block.
    var plain: String {
        if count == 1, let only = first { return only.plain }
        return map { $0.plain }.filter { !$0.isEmpty }.joined(separator: "\n")
    }
}
