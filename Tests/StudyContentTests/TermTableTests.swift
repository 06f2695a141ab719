import StudyContent
import StudyCore
import Testing

@Suite("Tables of terms")
struct TermTableTests {
    @Test("A Markdown table of terms is a guide for each row")
    func markdownTable() {
        let text = """
            # Glossary

            | Meaning | **Term** |
            |:--|--:|
            | small *room* | cell |
            | `a\\|b` | or {#or} |
            """
        #expect(
            outline(load(text)) == """
                media/cell 'cell' in Media, line 5
                  5 definition: small *room* ▸ small room
                media/or 'or' in Media, line 6
                  id: or
                  6 definition: `a|b` ▸ a|b
                """)
    }

    @Test("A table in a guide stands beside the guide")
    func tableInGuide() {
        let text = """
            # Term

            ## Definition

            It.

            ## Related

            Term | Definition
            ---|---
            cell | room
            """
        #expect(
            outline(load(text)) == """
                media/term 'Term' in Media, line 1
                  5 definition: It.
                  7 section 'Related': Term | Definition⏎---|---⏎cell | room ▸ Term | Definition⏎cell | room
                media/cell 'cell' in Media, line 11
                  11 definition: room
                """)
    }

    @Test("Text right above a table is a paragraph of its own")
    func textAboveTable() {
        #expect(
            outline(load("# Words\n\nAll\nof them\nTerm | Definition\n-|-\ncell | room\n")) == """
                media/words 'Words' in Media, line 1
                  3 section '': All⏎of them ▸ All of them
                media/cell 'cell' in Media, line 7
                  7 definition: room
                """)
    }

    @Test(
        "Comma- and tab-separated text is read as RFC 4180 has it",
        arguments: [
            ("cell\tsmall room\n", "tsv", "1 cell: small room"),
            ("cell,small room", "csv", "1 cell: small room"),
            ("term,definition\ncell,room\n", "csv", "2 cell: room"),
            ("Back\tFront\nroom\tcell\n", "tsv", "2 cell: room"),
            ("\"a, b\",\"say \"\"c\"\"\"\n", "csv", "1 a, b: say \"c\""),
            ("cell,\"two\nlines\"\nwall,brick\n", "csv", "1 cell: two⏎lines; 3 wall: brick"),
            ("\n\ncell,room\n\n,\nwall,brick", "csv", "3 cell: room; 6 wall: brick"),
            ("cell,room\r\nwall,brick\r\n", "csv", "1 cell: room; 2 wall: brick"),
            ("cell,room\rwall,brick", "csv", "1 cell: room; 2 wall: brick"),
            ("\u{FEFF}cell,room\n", "csv", "1 cell: room"),
            ("#separator:semicolon\n#html:false\ncell;room, small\n", "csv", "3 cell: room, small"),
            ("#separator:Pipe\ncell|room\n", "tsv", "2 cell: room"),
            ("\"#1\",first\n", "csv", "1 #1: first"),
            ("cell, *small*  room \n", "csv", "1 cell: *small*  room"),
        ])
    func delimited(text: String, ending: String, terms: String) {
        let file = load(text, path: "media/terms.\(ending)")
        let read = file.guides.map { guide in
            "\(guide.line) \(guide.term): \(guide.items.map(\.text.markdown).joined(separator: "+"))"
        }
        #expect(read.joined(separator: "; ").replacing("\n", with: "⏎") == terms)
        #expect(file.problems == [])
    }

    @Test("Further columns with a name are kept")
    func furtherColumns() {
        #expect(
            outline(
                load("term,example,definition\ncell,prison,room\nwall,,brick\n", path: "m/t.csv"))
                    == """
                    media/cell 'cell' in Media, line 2
                      2 definition: room
                      2 section 'example': prison
                    media/wall 'wall' in Media, line 3
                      3 definition: brick
                    """)
    }
}
