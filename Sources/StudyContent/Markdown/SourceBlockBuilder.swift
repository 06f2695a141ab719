/// Builds a guide's blocks from a walk over its Markdown.
struct SourceBlockBuilder: MarkdownVisitor {
    private let nestingLimit: Int
    private var open: [SourceBlock] = []
    /// Lists and quotes among them.
    private var depth = 0
    /// Blocks entered beyond the limit; their text goes to the innermost block that is kept.
    private var surplus = 0
    private var text: [UInt8] = []
    /// What stands in no other block, as far as it was walked.
    var blocks: [SourceBlock] = []
    /// Where the nesting first goes beyond the limit.
    private(set) var tooDeep: (line: Int, column: Int)?

    init(nestingLimit: Int) {
        self.nestingLimit = nestingLimit
    }

    mutating func enter(_ node: MarkdownNode, line: Int, column: Int) {
        guard let kind = SourceBlock.Kind(node) else { return }
        if surplus > 0 || kind.nests && depth == nestingLimit {
            surplus += 1
            if tooDeep == nil { tooDeep = (line, column) }
            return
        }
        if kind.nests { depth += 1 }
        open.append(
            SourceBlock(
                kind: kind, line: line, column: column, lastLine: line, reach: line, ownText: "",
                children: []))
    }

    mutating func leaf(
        _ node: MarkdownNode, _ literal: UnsafeBufferPointer<UInt8>, line: Int, column: Int
    ) {
        switch node {
        case .text, .code: text.append(contentsOf: literal)
        case .html where !isComment(literal): text.append(contentsOf: literal)
        case .softBreak: text.append(UInt8(ascii: " "))
        case .hardBreak: text.append(UInt8(ascii: "\n"))
        case .codeBlock, .htmlBlock, .rule:
            guard let kind = SourceBlock.Kind(node) else { return }
            var block = SourceBlock(
                kind: kind, line: line, column: column, lastLine: line, reach: line, ownText: "",
                children: [])
            if kind != .html || !isComment(literal) {
                text.append(contentsOf: literal)
                block.ownText = takeText()
            }
            close(block)
        default: break
        }
    }

    mutating func leave(_ node: MarkdownNode) {
        guard SourceBlock.Kind(node) != nil else { return }
        if surplus > 0 {
            surplus -= 1
            return
        }
        guard var block = open.popLast() else { return }
        if block.kind.nests { depth -= 1 }
        if !text.isEmpty { block.ownText = takeText() }
        close(block)
    }

    private mutating func close(_ block: consuming SourceBlock) {
        if let parent = open.indices.last {
            open[parent].children.append(block)
        } else {
            blocks.append(block)
        }
    }

    private mutating func takeText() -> String {
        defer { text.removeAll(keepingCapacity: true) }
        return String(plain: text)
    }

    private func isComment(_ html: UnsafeBufferPointer<UInt8>) -> Bool {
        let text = String(plain: Array(html))
        return text.hasPrefix("<!--") && text.hasSuffix("-->")
    }
}

extension SourceBlock.Kind {
    /// Whether it counts as a level; an item is on the level of its list.
    fileprivate var nests: Bool { self == .list || self == .quote }

    /// Nil for what stands inside a line.
    fileprivate init?(_ node: MarkdownNode) {
        switch node {
        case .paragraph: self = .paragraph
        case .heading(let level): self = .heading(level: level)
        case .list: self = .list
        case .item(let isDone): self = .item(isTask: isDone != nil)
        case .quote: self = .quote
        case .codeBlock: self = .code
        case .htmlBlock: self = .html
        case .rule: self = .rule
        case .table: self = .table
        case .tableRow: self = .tableRow
        case .tableCell: self = .tableCell
        default: return nil
        }
    }
}
