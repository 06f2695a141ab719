internal import CMarkGFM
internal import StudyCore
internal import Synchronization

#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// A parsed Markdown document, GitHub's tables, strike-through and task lists included.
///
/// The only type that talks to cmark-gfm. It walks with cmark's iterator and not by recursion, because
/// the depth of a stranger's document is the stranger's choice.
package struct MarkdownTree: ~Copyable {
    private let root: OpaquePointer?

    /// Parses UTF-8 text; any text is a Markdown document.
    package init(parsing bytes: [UInt8]) {
        root = bytes.withUnsafeBytes(Self.parse)
    }

    package init(parsing text: String) {
        self.init(parsing: Array(text.utf8))
    }

    deinit {
        cmark_node_free(root)
    }

    /// cmark-gfm keeps a global table of the signs that its extensions claim, and changes it in every parse.
    private static let lock = Mutex(())

    /// Registers cmark's own extensions, once.
    private static let registration: Void = cmark_gfm_core_extensions_ensure_registered()

    private static func parse(_ bytes: UnsafeRawBufferPointer) -> OpaquePointer? {
        var root: OpaquePointer?
        lock.withLock { _ in
            _ = registration
            // One tilde is "about" far more often than it is struck-through text.
            guard let parser = cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE) else {
                return
            }
            defer { cmark_parser_free(parser) }
            for name in ["table", "strikethrough", "tasklist"] {
                guard let found = cmark_find_syntax_extension(name) else { continue }
                cmark_parser_attach_syntax_extension(parser, found)
            }
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            cmark_parser_feed(parser, start, bytes.count)
            root = cmark_parser_finish(parser)
        }
        return root
    }

    /// Shows every node to the visitor in the order of the text.
    func walk(_ visitor: inout some MarkdownVisitor) {
        guard let root, let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { return }
            guard let node = cmark_iter_get_node(iterator) else { return }
            let kind = Self.kind(of: node)
            if kind == .document { continue }
            if event == CMARK_EVENT_EXIT {
                visitor.leave(kind)
                continue
            }
            let line = Int(cmark_node_get_start_line(node))
            let column = Int(cmark_node_get_start_column(node))
            if let literal = cmark_node_get_literal(node) {
                let start = UnsafeRawPointer(literal).assumingMemoryBound(to: UInt8.self)
                visitor.leaf(
                    kind, UnsafeBufferPointer(start: start, count: strlen(literal)), line: line,
                    column: column)
            } else if kind.isLeaf {
                visitor.leaf(
                    kind, UnsafeBufferPointer(start: nil, count: 0), line: line, column: column)
            } else {
                visitor.enter(kind, line: line, column: column)
            }
        }
    }

    private static func kind(of node: OpaquePointer) -> MarkdownNode {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_DOCUMENT: .document
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading(level: Int(cmark_node_get_heading_level(node)))
        case CMARK_NODE_BLOCK_QUOTE: .quote
        case CMARK_NODE_LIST:
            .list(
                start: cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
                    ? Int(cmark_node_get_list_start(node)) : nil,
                isTight: cmark_node_get_list_tight(node) != 0)
        case CMARK_NODE_CODE_BLOCK: .codeBlock(language: text(cmark_node_get_fence_info(node)))
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_THEMATIC_BREAK: .rule
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .hardBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .html
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link(url: text(cmark_node_get_url(node)))
        case CMARK_NODE_IMAGE: .image(url: text(cmark_node_get_url(node)))
        default: extensionKind(of: node)
        }
    }

    /// The kinds whose numbers are not in cmark's public headers are known by name.
    private static func extensionKind(of node: OpaquePointer) -> MarkdownNode {
        switch text(cmark_node_get_type_string(node)) {
        case "item": .item(isDone: nil)
        case "tasklist": .item(isDone: cmark_gfm_extensions_get_tasklist_item_checked(node))
        case "table": .table(columns: columns(of: node))
        case "table_header": .tableRow(isHeader: true)
        case "table_row": .tableRow(isHeader: false)
        case "table_cell": .tableCell
        case "strikethrough": .strike
        default: .unknown
        }
    }

    private static func columns(of table: OpaquePointer) -> [Markup.Table.Alignment] {
        guard let letters = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
        let count = Int(cmark_gfm_extensions_get_table_columns(table))
        return (0..<count).map { index in
            switch UInt8(letters[index]) {
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .trailing
            default: .leading
            }
        }
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String {
        pointer.map { String(cString: $0) } ?? ""
    }
}
