import StudyContent
import StudyCore
import Testing

@Suite("Markdown for showing")
struct MarkupTests {
    @Test("Every kind of block and of text in a line becomes a value")
    func everything() {
        let markdown = """
            ## Head *two*

            One **two** `three` ~~four~~ ~five
            [six](http://s.ix "t")\\
            ![seven](s.png) <b>eight</b>

            - a
              1. b
            - [x] c

            3) d

               e

            > f

            ```swift
            g
            ```

                h

            | i | j | k |
            |:--|:-:|--:|
            | l | *m* |

            ---

            <div>
            n
            </div>
            """
        let expected: [Markup.Block] = [
            .heading(level: 2, [.text("Head "), .emphasis([.text("two")])]),
            .paragraph([
                .text("One "), .strong([.text("two")]), .text(" "), .code("three"), .text(" "),
                .strike([.text("four")]), .text(" ~five"), .softBreak,
                .link([.text("six")], url: "http://s.ix"), .hardBreak,
                .link([.text("seven")], url: "s.png"), .text(" "), .text("<b>"), .text("eight"),
                .text("</b>"),
            ]),
            .list(
                Markup.List(
                    start: nil, isTight: true,
                    items: [
                        Markup.Item(blocks: [
                            .paragraph([.text("a")]),
                            .list(
                                Markup.List(
                                    start: 1, isTight: true,
                                    items: [Markup.Item(blocks: [.paragraph([.text("b")])])])),
                        ]),
                        Markup.Item(isDone: true, blocks: [.paragraph([.text("c")])]),
                    ])),
            .list(
                Markup.List(
                    start: 3, isTight: false,
                    items: [
                        Markup.Item(blocks: [
                            .paragraph([.text("d")]), .paragraph([.text("e")]),
                        ])
                    ])),
            .quote([.paragraph([.text("f")])]),
            .code(language: "swift", text: "g\n"),
            .code(language: nil, text: "h\n"),
            .table(
                Markup.Table(
                    alignments: [.leading, .center, .trailing],
                    header: [[.text("i")], [.text("j")], [.text("k")]],
                    rows: [[[.text("l")], [.emphasis([.text("m")])], []]])),
            .rule,
            .paragraph([.text("<div>\nn\n</div>")]),
        ]
        #expect(MarkdownTree(parsing: markdown).markup() == expected)
    }

    @Test("Text without marks is itself, and nothing is nothing")
    func plain() {
        #expect(MarkdownTree(parsing: "a b").markup() == [.paragraph([.text("a b")])])
        #expect(MarkdownTree(parsing: "").markup() == [])
    }

    @Test(
        "Nesting without end is shown without depth",
        arguments: ["> ", "- ", "*a _b ", "![", "1. > * "])
    func depth(sign: String) {
        let blocks = MarkdownTree(parsing: String(repeating: sign, count: 5_000) + "x").markup()
        #expect(blocks.map(\.depth).max() ?? 0 <= 70)
        #expect(blocks.map(\.text).joined(separator: " ").contains("x"))
    }
}

extension Markup.Block {
    fileprivate var depth: Int {
        switch self {
        case .quote(let blocks): 1 + (blocks.map(\.depth).max() ?? 0)
        case .list(let list): 1 + (list.items.flatMap(\.blocks).map(\.depth).max() ?? 0)
        case .paragraph(let inlines): inlines.map(\.depth).max() ?? 0
        default: 0
        }
    }

    /// All that is to be read in the block.
    var text: String {
        switch self {
        case .quote(let blocks): blocks.map(\.text).joined(separator: " ")
        case .list(let list): list.items.flatMap(\.blocks).map(\.text).joined(separator: " ")
        case .paragraph(let inlines), .heading(_, let inlines): inlines.map(\.text).joined()
        case .code(_, let text): text
        case .table(let table):
            ([table.header] + table.rows).joined().map { $0.map(\.text).joined() }
                .joined(separator: " ")
        case .rule: ""
        }
    }
}

extension Markup.Inline {
    fileprivate var depth: Int {
        switch self {
        case .emphasis(let inner), .strong(let inner), .link(let inner, _):
            1 + (inner.map(\.depth).max() ?? 0)
        default: 0
        }
    }

    fileprivate var text: String {
        switch self {
        case .text(let text), .code(let text): text
        case .emphasis(let inner), .strong(let inner), .strike(let inner), .link(let inner, _):
            inner.map(\.text).joined()
        case .softBreak, .hardBreak: "\n"
        }
    }
}
