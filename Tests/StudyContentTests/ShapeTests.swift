import StudyContent
import StudyCore
import Testing

@Suite("Shapes of a guide")
struct ShapeTests {
    @Test("A guide with everything becomes values")
    func everything() {
        let text = """
            ---
            class: Media Business
            unit: Creators and influencers
            aliases: [micro influencer, microinfluencer]
            confused-with: [Macro-influencer, nano-influencer]
            sources:
              - "Survey: 2024"
            ---
            # Micro-influencer {#micro}

            ## Definition

            A creator with *few* followers,
            and a `niche`.

            ## Key facts

            1. First **fact**
               goes on
            2. Second: {#second}
               - a
               - b

            ## Review questions

            - How does it work?
              - The model answer.

            ## See also

            [Nano](https://example.org).
            """
        #expect(
            outline(load(text)) == """
                media-business/micro-influencer 'Micro-influencer' in Media Business, line 9
                  unit: Creators and influencers
                  id: micro
                  aliases: ["micro influencer", "microinfluencer"]
                  confused with: ["macro-influencer", "nano-influencer"]
                  sources: ["Survey: 2024"]
                  13 definition: A creator with *few* followers,⏎and a `niche`. ▸ A creator with few followers, and a niche.
                  18 fact: First **fact**⏎goes on ▸ First fact goes on
                  20 fact: Second:⏎- a⏎- b ▸ Second:⏎a⏎b
                    id: second
                  26 question: How does it work?
                    answer: The model answer.
                  29 section 'See also': [Nano](https://example.org). ▸ Nano.
                """)
    }

    @Test(
        "A heading is known by its words",
        arguments: [
            ("Definition", "definition"), ("DEFINITIONS:", "definition"),
            ("Key facts", "fact"), ("5 Must Know Facts For Your Next Test", "fact"),
            ("Must-Know Facts", "fact"), ("Facts", "fact"), ("📚 **Key** Facts", "fact"),
            ("Important facts for the exam", "fact"), ("Key facts {#k}", "fact"),
            ("Review Questions", "question"), ("Practice Questions (20+)", "question"),
            ("questions", "question"), ("Facts about sheep", nil), ("Questions for Ann", nil),
            ("Définition", nil), ("Definition of done", nil),
        ] as [(String, String?)])
    func headings(heading: String, kind: String?) {
        let guide = load("# Term\n\nAbove.\n\n## \(heading)\n\n- What? That.\n").guides.first
        let items = guide?.items.filter { $0.line > 3 }.map(\.kind.rawValue)
        #expect(items == (kind.map { [$0] } ?? []))
    }

    @Test("Text below the title is the definition when other known sections follow")
    func untitledDefinition() {
        #expect(
            outline(load("# Term\n\nIt is this.\n\nAnd that.\n\n## Facts\n\n- One\n")) == """
                media/term 'Term' in Media, line 1
                  3 definition: It is this.⏎⏎And that. ▸ It is this.⏎And that.
                  9 fact: One
                """)
    }

    @Test("Text below the title is kept when there is a definition")
    func introduction() {
        #expect(
            outline(load("Above.\n\n# Term\n\nBelow.\n\n## Definition\n\nIt is this.\n")) == """
                media/term 'Term' in Media, line 3
                  9 definition: It is this.
                  1 section '': Above.⏎⏎Below. ▸ Above.⏎Below.
                """)
    }

    @Test("Headings may be underlined, of any level, and closed")
    func headingForms() {
        #expect(
            outline(
                load("Term\n====\n\nDefinition\n---\n\nIt is this.\n\n#### Facts ####\n\n- One\n"))
                    == """
                    media/term 'Term' in Media, line 1
                      7 definition: It is this.
                      11 fact: One
                    """)
    }

    @Test("Facts without a list are its paragraphs")
    func factParagraphs() {
        #expect(
            outline(load("# Term\n\nIt.\n\n## Facts\n\nOne\nis one.\n\nTwo {#two}\n")) == """
                media/term 'Term' in Media, line 1
                  3 definition: It.
                  7 fact: One⏎is one. ▸ One is one.
                  10 fact: Two
                    id: two
                """)
    }

    @Test("Several terms in one file are several guides")
    func severalTerms() {
        let text = """
            # One

            ## Definition

            First.

            ## History

            Long ago.

            # Two

            ## Definition

            Second.

            # Sources

            A book.
            """
        #expect(
            outline(load(text)) == """
                media/one 'One' in Media, line 1
                  5 definition: First.
                  7 section 'History': Long ago.
                media/two 'Two' in Media, line 11
                  15 definition: Second.
                  17 section 'Sources': A book.
                """)
    }

    @Test("A kept section keeps its deeper headings, and a file without a final line feed its end")
    func keptSections() {
        #expect(
            outline(
                load(
                    "# Term\n\nIt.\n\n## Facts\n- One\n\n## More\n\n### Deep\n\n> Quote\n\n```\ncode"
                ))
                    == """
                    media/term 'Term' in Media, line 1
                      3 definition: It.
                      6 fact: One
                      8 section 'More': ### Deep⏎⏎> Quote⏎⏎```⏎code ▸ Deep⏎Quote⏎code
                    """)
    }

    @Test("A link that is defined elsewhere takes its definition along")
    func linkDefinitions() {
        #expect(
            outline(
                load(
                    "# Term\n\nIt [is][Site] this.\n\n## Facts\n\n- One\n\n[site]: https://example.org\n"
                ))
                    == """
                    media/term 'Term' in Media, line 1
                      3 definition: It [is][Site] this.⏎⏎[site]: https://example.org ▸ It is this.
                      7 fact: One⏎⏎[site]: https://example.org ▸ One
                    """)
    }

    @Test("Comments and rules are nobody's text")
    func silence() {
        #expect(
            outline(
                load("# Term\n\nIt.\n\n## Facts\n\n<!-- to do -->\n\n- One <!-- why? -->\n\n---\n"))
                    == """
                    media/term 'Term' in Media, line 1
                      3 definition: It.
                      9 fact: One <!-- why? --> ▸ One
                    """)
    }

    @Test("A task is an item without its box")
    func tasks() {
        #expect(
            outline(load("# Term\n\nIt.\n\n## Facts\n\n- [x] One\n  more\n- [ ] Two\n")) == """
                media/term 'Term' in Media, line 1
                  3 definition: It.
                  7 fact: One⏎more ▸ One more
                  9 fact: Two
                """)
    }

    @Test("Control characters are in no plain text")
    func controls() {
        let guide = onlyGuide(
            "# Te\u{1B}rm\u{85}\n\nA\u{7}b `c\u{1B}[0m` d\te.\n\n## Facts\n\n- x\u{9D}y\n")
        #expect(guide?.term == "Term")
        #expect(guide?.items.map(\.text.plain) == ["Ab c[0m d e.", "xy"])
    }
}
