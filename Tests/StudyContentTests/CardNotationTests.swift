import StudyContent
import StudyCore
import Testing

@Suite("Cards written as lines")
struct CardNotationTests {
    @Test("A file of cards is a guide that is named for the file")
    func cardsOnly() {
        let text = """
            Q: Who?
            A: Me.

            And *you*.

            ---

            C: The [cell] has [**two** walls]. {#walls}
            Q: What
            of it? {#what}
            A:
            - a
            - b
            """
        #expect(
            outline(load(text, path: "media/cell-biology.md")) == """
                media/cell-biology 'Cell Biology' in Media, line 1
                  1 question: Who?
                    answer: Me.⏎⏎And *you*. ▸ Me.⏎And you.
                  8 cloze: The cell has **two** walls. ▸ The cell has two walls.
                    id: walls
                    hole: cell
                    hole: two walls
                  9 question: What⏎of it? ▸ What of it?
                    answer: - a⏎- b ▸ a⏎b
                    id: what
                """)
    }

    @Test("Cards may stand anywhere in a guide")
    func mixed() {
        let text =
            "# Term\n\nIt.\n\n## Questions\n\nQ: Who?\nA: Me.\n\n## Notes\n\nC: A [b].\n---\nText.\n"
        #expect(
            outline(load(text)) == """
                media/term 'Term' in Media, line 1
                  3 definition: It.
                  7 question: Who?
                    answer: Me.
                  12 cloze: A b.
                    hole: b
                  10 section 'Notes': Text.
                """)
    }

    @Test("Marks inside fenced code, indented or without a blank are text")
    func noMarks() {
        let text = "# Term\n\n## Definition\n\n```\nQ: no\nA: no\n```\n\n Q: no\nA:no\nC:\\Users\n"
        #expect(
            outline(load(text)) == """
                media/term 'Term' in Media, line 1
                  5 definition: ```⏎Q: no⏎A: no⏎```⏎⏎ Q: no⏎A:no⏎C:\\Users ▸ Q: no⏎A: no⏎Q: no A:no C:\\Users
                """)
    }

    @Test("A rule above the first card is no front matter")
    func leadingRule() {
        #expect(
            outline(load("---\nQ: Who?\nA: Me.\n---\nC: A [b].\n")) == """
                media/term 'Term' in Media, line 1
                  2 question: Who?
                    answer: Me.
                  5 cloze: A b.
                    hole: b
                """)
    }

    @Test(
        "Square brackets are holes but in links, images, code and behind a backslash",
        arguments: [
            ("A [b] c", "A b c", ["b"]),
            ("[a](http://b.c/[d]) [e]", "a e", ["e"]),
            ("![a](b.png) [c]", "a c", ["c"]),
            ("`[a]` [b]", "[a] b", ["b"]),
            (#"\[a\] [b]"#, "[a] b", ["b"]),
            ("The cell has [cell] walls", "The cell has cell walls", ["cell"]),
            ("[a [b] c] d", "a [b] c d", ["a [b] c"]),
            ("[Zürich] is *[large]*", "Zürich is large", ["Zürich", "large"]),
            ("a ``[`` [b]", "a [ b", ["b"]),
            ("two\n[lines\nhere]", "two lines here", ["lines here"]),
        ])
    func holes(markdown: String, plain: String, hidden: [String]) throws {
        let item = try #require(onlyGuide("C: \(markdown)\n")?.items.first)
        let bytes = Array(item.text.plain.utf8)
        #expect(item.text.plain == plain)
        #expect(item.holes.map { String(decoding: bytes[$0], as: UTF8.self) } == hidden)
    }
}
