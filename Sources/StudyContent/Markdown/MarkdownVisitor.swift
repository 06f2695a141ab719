internal import StudyCore

/// A node of a Markdown document, by what it means.
enum MarkdownNode: Equatable {
    case document, paragraph, quote, htmlBlock, rule
    case heading(level: Int)
    /// The number of the first item; nil when the list is not numbered.
    case list(start: Int?, isTight: Bool)
    /// Whether the box of a task is ticked; nil when the item is no task.
    case item(isDone: Bool?)
    /// The words after the fence; empty when there are none.
    case codeBlock(language: String)
    case table(columns: [Markup.Table.Alignment])
    case tableRow(isHeader: Bool)
    case tableCell
    case text, softBreak, hardBreak, code, html, emphasis, strong, strike
    case link(url: String)
    case image(url: String)
    /// A kind that only a newer cmark has; its children are shown as usual.
    case unknown

    /// Whether the node never has children.
    var isLeaf: Bool {
        switch self {
        case .text, .softBreak, .hardBreak, .code, .html, .codeBlock, .htmlBlock, .rule: true
        default: false
        }
    }
}

/// What walks over a document.
protocol MarkdownVisitor {
    /// A node begins whose children follow; the place counts from 1, columns in bytes.
    mutating func enter(_ node: MarkdownNode, line: Int, column: Int)
    /// A node without children; `text` is valid during the call only.
    mutating func leaf(
        _ node: MarkdownNode, _ text: UnsafeBufferPointer<UInt8>, line: Int, column: Int)
    /// The node that was entered last and not yet left ends.
    mutating func leave(_ node: MarkdownNode)
}
