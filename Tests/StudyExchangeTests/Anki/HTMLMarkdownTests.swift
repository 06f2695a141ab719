import FSRS
import StudyContent
import StudyCore
import Testing

@testable import StudyExchange

@Suite("HTML made Markdown")
struct HTMLMarkdownTests {
    private func markdown(_ html: String, _ shape: HTMLMarkdown.Shape = .blocks) -> String {
        var reader = HTMLMarkdown { $0.hasSuffix(".png") ? "media/\($0)" : nil }
        return reader.markdown(html, as: shape)
    }

    @Test(
        "keeps what is on the list",
        arguments: [
            ("plain", "plain"), ("a <b>b</b> c", "a **b** c"), ("<i>x</i><b>y</b>", "*x***y**"),
            ("<b> spaced </b>x", "**spaced** x"), ("<b><i>both</i></b>", "***both***"),
            ("<s>gone</s>", "~~gone~~"), ("<code>a*b</code>", "`a*b`"),
            ("one<br>two", "one\\\ntwo"),
            ("<div>one</div><div>two</div>", "one\\\ntwo"),
            ("one<div><br></div><div>two</div>", "one\n\ntwo"),
            ("<p>one</p><p>two</p>", "one\n\ntwo"),
            ("<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n\n  - c"),
            ("<ol><li>a<li>b</ol>", "1. a\n2. b"), ("<blockquote>q</blockquote>", "> q"),
            ("<pre>x = 1\n  y</pre>", "```\nx = 1\n  y\n```"),
            ("<h2>Title</h2>text", "**Title**\n\ntext"),
            (
                "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr></table>",
                "| a | b |\n|---|---|\n| 1 |  |"
            ),
            (
                "H<sub>2</sub>O, 10<sup>-3</sup>, x<sup>n</sup>, y<sub>ij</sub>",
                "H₂O, 10⁻³, x^n, y\\_(ij)"
            ),
            ("<a href=\"https://a.org/x\">link</a>", "[link](https://a.org/x)"),
            ("<a href=\"https://a.org/x_(y)\">link</a>", "[link](https://a.org/x_%28y%29)"),
            ("<img src=\"cell.png\" alt=\"a cell\">", "![a cell](media/cell.png)"),
            ("<img src='cell.png'>", "![cell](media/cell.png)"),
            ("a &amp;&nbsp;b &lt;c&gt; &eacute;&#233;&#x20AC;", "a & b \\<c> éé€"),
            ("\\(x^2\\) and \\[y\\] and [$]z[/$]", "$x^2$ and $$y$$ and $z$"),
        ])
    func kept(html: String, expected: String) {
        #expect(markdown(html) == expected)
    }

    @Test(
        "leaves out what could do something",
        arguments: [
            ("a<script>alert('x')</script>b", "ab"), ("a<style>b{}</style>c", "ac"),
            ("a<SCRIPT src=x>b</ScRiPt >c", "ac"), ("a<script>never closed", "a"),
            ("<iframe src='javascript:x'>in</iframe>out", "out"),
            ("<object data=x><embed src=y>in</object>out", "out"),
            ("<svg onload=x><text>in</text></svg>out", "out"),
            ("<a href='javascript:alert(1)'>text</a>", "text"),
            ("<a href=' JaVaScRiPt:alert(1)'>text</a>", "text"),
            ("<a href='file:///etc/passwd'>text</a>", "text"),
            ("<a href='https://a.org/)[x](javascript:y)'>text</a>", "text"),
            ("<b onclick='x()'>text</b>", "**text**"), ("<img src=x onerror=alert(1)>", "(x)"),
            ("<img src='../../secret'>", "(secret)"), ("a<!-- <b>x</b> -->b", "ab"),
            ("a<!--", "a"), ("<?php x ?>a", "a"), ("hear [sound:a.mp3]this", "hear this"),
            ("\u{1B}[31mred\u{1B}[0m\u{7}\u{9B}x", "\\[31mred\\[0mx"),
            ("a\u{202E}b\u{2066}c\u{200F}d", "abcd"), ("&#27;[2J&#155;&#8238;x", "\\[2Jx"),
            ("\u{F0000}x\u{F0001}(javascript:y)", "x(javascript:y)"),
            ("&#xF0000;x", "&#xF0000;x"),
        ])
    func harmless(html: String, expected: String) {
        let plain = String(
            String.UnicodeScalarView(html.unicodeScalars.filter { $0.value < 0xF0000 }))
        #expect(markdown(plain).replacing("\\&", with: "&") == expected)
    }

    @Test(
        "escapes what would mean something in a guide",
        arguments: [
            ("# no heading", "\\# no heading"), ("- no list", "\\- no list"),
            ("1. no list", "1\\. no list"), ("A: no answer", "A\\: no answer"),
            ("---", "\\---"), ("*a* _b_ `c`", "\\*a\\* \\_b\\_ \\`c\\`"),
            ("[hole] {#id}", "\\[hole\\] { #id}"), ("a|b", "a\\|b"), ("snake_case", "snake_case"),
            ("> quote", "\\> quote"), ("&gt; quote", "\\> quote"), ("2 < 3 &amp; 4", "2 < 3 & 4"),
        ])
    func escaped(html: String, expected: String) {
        #expect(markdown(html) == expected)
    }

    @Test("makes one paragraph of a question, whatever it holds")
    func paragraph() {
        let html = "<p>Which?</p><ul><li>a</li><li>b</li></ul><pre>x\ny</pre>"
        #expect(markdown(html, .paragraph) == "Which?\\\n• a\\\n• b\\\n`x`\\\n`y`")
    }

    /// Pieces of HTML and Markdown, put together at random: whatever comes out is one question of the
    /// guide it is written to, with its whole text, and leads nowhere.
    @Test("reads back as it was written", arguments: 1...4)
    func anything(seed: UInt64) throws {
        let pieces = [
            "<b>", "</b>", "<i>", "</i>", "<ul>", "<li>", "</ul>", "<ol>", "</ol>", "<p>", "</p>",
            "<div>", "</div>", "<br>", "<table>", "<tr>", "<td>", "</table>", "<pre>", "</pre>",
            "<code>", "</code>", "<script>", "</script>", "<a href='javascript:x'>", "</a>",
            "<a href='https://a.b/c'>", "<img src='a.png'>", "word ", "two words", "# ", "- ",
            "1. ", "A: ", "Q: ", "C: ", "---", "\n", "  ", "[x](javascript:y)", "`", "*", "_", "**",
            "|", "&lt;script&gt;", "&amp;", "{#id}", "<", ">", "\\", "~~", "```", "\u{1B}[1m",
            "<h1>", "</h1>", "<sub>2</sub>", "<blockquote>", "</blockquote>", "<hr>", "é", "。",
        ]
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<250 {
            func html() -> String {
                (0..<Int.random(in: 1..<14, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }.joined()
            }
            let (question, answer) = (
                markdown("start " + html(), .paragraph), markdown("begin " + html() + " end")
            )
            var draft = DraftGuide(className: "Class", term: "Term")
            draft.questions = [DraftGuide.Question(question, answer: answer)]
            let text = GuideMarkdown.file([draft], className: "Class")
            let loaded = GuideParser().parse(
                Array(text.utf8), path: "a.md", defaults: GuideDefaults(className: "Class"))
            let items = loaded.guides.flatMap(\.items)
            #expect(items.count == 1, "\(text)")
            #expect(items.first?.kind == .question, "\(text)")
            #expect(items.first?.text.plain.hasPrefix("start") == true, "\(text)")
            #expect(items.first?.answer?.plain.hasPrefix("begin") == true, "\(text)")
            #expect(items.first?.explicitID == nil, "\(text)")
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
            for item in items {
                for address in addresses(in: blocks(item.text) + (item.answer.map(blocks) ?? [])) {
                    #expect(address == "https://a.b/c" || address == "media/a.png", "\(text)")
                }
            }
        }
    }

    /// Holes put together at random: whatever comes out is one cloze of the guide it is written to, with as
    /// many holes as have words.
    @Test("reads holes back as they were written", arguments: 1...4)
    func anyHoles(seed: UInt64) throws {
        let pieces = [
            "{{c1::", "{{c2::", "{{c1,3::", "}}", "}}", "::hint", "<b>", "</b>", "<ul><li>", "<li>",
            "</ul>", "<br>", "<table><tr><td>", "</td><td>", "</tr></table>", "<pre>", "</pre>",
            "<code>", "</code>", "<div>", "</div>", "<img src='a.png'>", "word ", "(in brackets)",
            ": x", "[y]", "|", "`", "*", "_", "$", "\\(", "\\)", "&lt;", "\n",
            "<a href='https://a.b/c'>",
            "</a>", "[sound:a.mp3]", "é", "^[1]",
        ]
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<250 {
            let html =
                "start {{c1::one}} "
                + (0..<Int.random(in: 1..<14, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }.joined()
            let cloze = AnkiCloze(html)
            var reader = HTMLMarkdown { $0.hasSuffix(".png") ? "media/\($0)" : nil }
            let holes = reader.holes(cloze.html)
            #expect(holes.count == cloze.numbers.count, "\(html)")
            var draft = DraftGuide(className: "Class", term: "Term")
            draft.clozes = [holes.markdown, "The last [one]."]
            let text = GuideMarkdown.file([draft], className: "Class")
            let loaded = GuideParser().parse(
                Array(text.utf8), path: "a.md", defaults: GuideDefaults(className: "Class"))
            let items = loaded.guides.flatMap(\.items)
            #expect(items.map(\.kind) == [.cloze, .cloze], "\(html)\n\(text)")
            #expect(items.first?.holes.count == holes.kept.count, "\(html)\n\(text)")
            #expect(items.last?.text.plain == "The last one.", "\(text)")
        }
    }

    private func blocks(_ prose: Prose) -> [Markup.Block] {
        MarkdownTree(parsing: prose.markdown).markup()
    }

    private func addresses(in blocks: [Markup.Block]) -> [String] {
        blocks.flatMap { block -> [String] in
            switch block {
            case .paragraph(let inlines), .heading(_, let inlines): addresses(inside: inlines)
            case .list(let list): list.items.flatMap { addresses(in: $0.blocks) }
            case .quote(let inner): addresses(in: inner)
            case .table(let table):
                (table.header + table.rows.flatMap { $0 }).flatMap { addresses(inside: $0) }
            case .code, .rule: []
            }
        }
    }

    private func addresses(inside inlines: [Markup.Inline]) -> [String] {
        inlines.flatMap { inline -> [String] in
            switch inline {
            case .link(let inner, let url): [url] + addresses(inside: inner)
            case .emphasis(let inner), .strong(let inner), .strike(let inner):
                addresses(inside: inner)
            default: []
            }
        }
    }
}
