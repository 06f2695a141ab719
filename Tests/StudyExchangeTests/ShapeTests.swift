import StudyContent
import StudyCore
import StudyExchange
import Testing

/// A text of a shape, and the fronts and backs in it.
struct ShapeCase: CustomTestStringConvertible, Sendable {
    let name: String
    let text: String
    let pairs: [[String]]
    var options = TextOptions()
    var noise = 0
    var unassigned = 0

    var testDescription: String { name }
}

@Suite("Shapes of text")
struct ShapeTests {
    static let tides = [
        ["Ebb", "The falling tide."], ["Flood", "The rising tide."],
        ["Slack water", "The time without a current."],
    ]

    static let cases: [ShapeCase] = [
        ShapeCase(
            name: "tabs",
            text:
                "Ebb\tThe falling tide.\nFlood\tThe rising tide.\nSlack water\tThe time without a current.\n",
            pairs: tides),
        ShapeCase(
            name: "tabs, and quotation marks that close nothing",
            text: "Ebb\t\"Falling\" tide\nFlood\t\"Rising\nNeap\tsmall\n",
            pairs: [["Ebb", "\"Falling\" tide"], ["Flood", "\"Rising"], ["Neap", "small"]]),
        ShapeCase(
            name: "tabs below a title",
            text: "Week 3\n\nTerm\tMeaning\nEbb\tThe falling tide.\nFlood\tThe rising tide.\n",
            pairs: Array(tides.prefix(2)), unassigned: 1),
        ShapeCase(
            name: "tabs with a header", text: "Definition\tTerm\nThe falling tide.\tEbb\n",
            pairs: [["Ebb", "The falling tide."]]),
        ShapeCase(
            name: "CSV with quotes",
            text:
                "term,definition\r\nEbb,\"The falling tide, seaward\"\r\nFlood,\"Two\r\nlines\"\r\n",
            pairs: [["Ebb", "The falling tide, seaward"], ["Flood", "Two\nlines"]]),
        ShapeCase(
            name: "CSV whose quotation marks are wrong, but whose rows are sure",
            text: "term,definition\nEbb,The \"falling\" tide\nFlood,\"The \"rising\" tide\"\n",
            pairs: [["Ebb", "The \"falling\" tide"], ["Flood", "\"The \"rising\" tide\""]]),
        ShapeCase(
            name: "CSV without a header",
            text: "Ebb,falling tide\nFlood,rising tide\nNeap,small tide\n",
            pairs: [["Ebb", "falling tide"], ["Flood", "rising tide"], ["Neap", "small tide"]]),
        ShapeCase(
            name: "Anki's header lines",
            text: """
                #separator:Semicolon
                #html:true
                #guid column:1
                #deck column:4
                #tags column:5
                x1;Ebb;"<b>The</b> falling&nbsp;tide.<script>alert(1)</script>";Sea::Tides;easy
                x2;Where does {{c1::ebb}} begin?;;Sea::Tides;
                """,
            pairs: [["Ebb", "The falling tide."], ["cloze", "Where does [ebb] begin?"]]),
        ShapeCase(
            name: "a dash and semicolons by name",
            text:
                "Ebb - The falling tide.; Flood - The rising tide.;\nSlack water - The time without a current.",
            pairs: tides, options: TextOptions(separator: " - ", rowSeparator: ";")),
        ShapeCase(
            name: "commas by name, with more of them in a definition",
            text: "Ebb,falling, seaward\nFlood,rising\n",
            pairs: [["Ebb", "falling, seaward"], ["Flood", "rising"]],
            options: TextOptions(separator: ",")),
        ShapeCase(
            name: "double colons by name",
            text: "Ebb::The falling tide.\nno card\nFlood::The rising tide.",
            pairs: Array(tides.prefix(2)), options: TextOptions(separator: "::"), unassigned: 1),
        ShapeCase(
            name: "colons",
            text:
                "Ebb: The falling tide.\nFlood: The rising tide.\nSlack water: The time without a current.",
            pairs: tides),
        ShapeCase(
            name: "colons below a title",
            text:
                "Words of week 3\nEbb: The falling tide.\nFlood: The rising tide.\nSlack water: The time without a current.",
            pairs: tides, unassigned: 1),
        ShapeCase(
            name: "dashes, numbered",
            text: "1. Ebb – The falling tide.\n2. Flood – The rising tide.\n",
            pairs: Array(tides.prefix(2))),
        ShapeCase(
            name: "bold terms", text: "**Ebb**- The falling tide.\n**Flood:** The rising tide.\n",
            pairs: Array(tides.prefix(2))),
        ShapeCase(
            name: "a Markdown table",
            text:
                "| Term | Meaning |\n|---|:--|\n| Ebb | The falling tide. |\n| Flood | The rising \\| tide. |\n",
            pairs: [["Ebb", "The falling tide."], ["Flood", "The rising | tide."]]),
        ShapeCase(
            name: "hashcards",
            text: """
                ---
                name = "Tides"
                ---

                Q: What is the ebb?
                A: The falling tide.

                It runs seaward.

                ---

                C: The [flood] rises toward [land].
                Q: No answer?
                """,
            pairs: [
                ["What is the ebb?", "The falling tide.\n\nIt runs seaward."], ["No answer?"],
                ["cloze", "The [flood] rises toward [land]."],
            ], noise: 1),
        ShapeCase(
            name: "repeater, with prose between",
            text: "Notes on tides\n\nQ: What is the ebb?\nA: The falling tide.\n",
            pairs: [["What is the ebb?", "The falling tide."]], unassigned: 1),
        ShapeCase(
            name: "questions and answers in words",
            text:
                "Question 1: What is the ebb?\nAnswer: The falling tide.\nQuestion 2: And the flood?\nAnswer: The rising tide.\n",
            pairs: [
                ["What is the ebb?", "The falling tide."], ["And the flood?", "The rising tide."],
            ]),
        ShapeCase(
            name: "numbered flashcards",
            text: "Flashcard 1: ebb?\nAnswer: falling\nFlashcard 2: flood?\nAnswer: rising\n",
            pairs: [["ebb?", "falling"], ["flood?", "rising"]]),
        ShapeCase(
            name: "labels alone on their lines",
            text:
                "1\nQ\nEbb?\nA\nThe falling tide.\nHow well did you know this?\n1 Not at all 2 3 4 5 Perfectly\n2\nQ\nFlood?\nA\nThe rising tide.\n",
            pairs: [["Ebb?", "The falling tide."], ["Flood?", "The rising tide."]], noise: 4),
        ShapeCase(
            name: "headings",
            text: "# Tides\n\n## Ebb\n\nThe falling tide.\n\n## Flood\nThe rising tide.\n",
            pairs: Array(tides.prefix(2)), unassigned: 1),
        ShapeCase(
            name: "headings of level three",
            text: "### Ebb\nThe falling tide.\n### Flood\nThe rising tide.\n",
            pairs: Array(tides.prefix(2))),
        ShapeCase(
            name: "numbered questions",
            text:
                "1) What is the ebb?\nThe falling tide.\n2) Name the opposite of the ebb\nThe flood.\n",
            pairs: [
                ["What is the ebb?", "The falling tide."],
                ["Name the opposite of the ebb", "The flood."],
            ]),
        ShapeCase(
            name: "numbered questions, labelled answers, and choices",
            text:
                "1. What is the ebb?\nAnswer: The falling tide.\n2. Which is higher?\na) neap\nb) spring\nAnswer: b\n",
            pairs: [
                ["What is the ebb?", "The falling tide."],
                ["Which is higher?", "a) neap b) spring Answer: b"],
            ]),
        ShapeCase(
            name: "terms with definitions indented below",
            text: "• Ebb\n    The falling tide.\n• Flood\n    The rising tide.\n",
            pairs: Array(tides.prefix(2))),
        ShapeCase(
            name: "one term twice, with two meanings and with one",
            text:
                "bar: a bank of sand\nspit: a tongue of sand\nbar: a unit of pressure\nspit: a tongue of sand\n",
            pairs: [
                ["bar", "a bank of sand a unit of pressure"], ["spit", "a tongue of sand"],
            ], noise: 1),
        ShapeCase(
            name: "Markdown below Q: and A:, with a heading that ends the card",
            text: """
                # Tides

                Q: How is the *range* written in `code`?
                A: As **R**:

                - $R_s$ at spring
                - $R_n$ at neap

                ## Gauges

                Q: What does this print?
                A:
                ```
                # tide
                Q: 7
                ```
                """,
            pairs: [
                ["How is the range written in code?", "As R: $R_s$ at spring $R_n$ at neap"],
                ["What does this print?", "# tide Q: 7"],
            ], unassigned: 2),
        ShapeCase(
            name: "a number as the answer",
            text: "1\nQ\nTides a day?\nA\n2\n2\nQ\nMoons?\nA\n1\n",
            pairs: [["Tides a day?", "2"], ["Moons?", "1"]], noise: 2),
        ShapeCase(
            name: "terms and definitions with labels",
            text:
                "Term: Ebb\nDefinition: The falling\ntide.\n\nTerm: Flood\nDefinition: The rising tide.\n",
            pairs: Array(tides.prefix(2))),
        ShapeCase(
            name: "a table of Markdown with more columns, and a title",
            text:
                "Tides of the week\n\n| No. | Term | Definition |\n|---|---|---|\n| 1 | Ebb | The *falling* tide. |\n| 2 | Flood | The rising tide. |\n",
            pairs: Array(tides.prefix(2)), unassigned: 1),
        ShapeCase(
            name: "columns parted by a bar",
            text: "Term | Definition\nEbb | The falling tide.\nFlood | The rising tide.\n",
            pairs: Array(tides.prefix(2))),
        ShapeCase(
            name: "arrows", text: "Ebb → The falling tide.\nFlood → The rising tide.\n",
            pairs: Array(tides.prefix(2))),
        ShapeCase(
            name: "numbers behind Q and A, and bold labels",
            text:
                "Q1. What is the ebb?\nA1. The falling tide.\n**Q: What is the flood?**\n**A:** The rising tide.\n",
            pairs: [
                ["What is the ebb?", "The falling tide."],
                ["What is the flood?", "The rising tide."],
            ]),
        ShapeCase(
            name: "headings with code below",
            text: "# Ebb\nThe falling tide.\n# Flood\nThe rising tide.\n```\n# 1\n```\n",
            pairs: [["Ebb", "The falling tide."], ["Flood", "The rising tide. # 1"]]),
        ShapeCase(
            name: "a table cell by cell",
            text: "Term\nDefinition\nEbb\nThe falling tide.\nFlood\nThe rising tide.\n",
            pairs: Array(tides.prefix(2))),
        ShapeCase(
            name: "a table cell by cell, a blank line behind each",
            text:
                "Definition\n\nTerm\n\nThe falling tide.\n\nEbb\n\nThe rising tide.\n\nFlood\n",
            pairs: Array(tides.prefix(2))),
        ShapeCase(
            name: "answers on the line of the question",
            text:
                "◉ What is the ebb? Answer: The falling tide.\n◉ Flood Answer: The rising tide.\n",
            pairs: [["Flood", "The rising tide."], ["What is the ebb?", "The falling tide."]]),
        ShapeCase(
            name: "answers behind ANS",
            text: "Ebb - ANS The falling tide.\nFlood - ANS The rising tide.\n",
            pairs: Array(tides.prefix(2))),
        ShapeCase(
            name: "numbered questions, answers at the end",
            text:
                "Quiz\n\n1. What is the ebb?\n2. Name the opposite\nof the ebb.\n3. Why?\n\nAnswer key:\n2) The flood.\n1) The falling tide.\n",
            pairs: [
                ["What is the ebb?", "The falling tide."],
                ["Name the opposite of the ebb.", "The flood."], ["Why?"],
            ], unassigned: 1),
        ShapeCase(
            name: "numbered flashcards of a site",
            text:
                "1/2\n2 Terms\n1\nNew cards\nEbb\nThe falling tide.\n2\nNew cards\nFlood\nThe rising tide.\n",
            pairs: Array(tides.prefix(2)), noise: 6),
        ShapeCase(
            name: "a quiz board",
            text:
                "100\nIt falls twice a day\nWhat is the tide?\n200\nIt pulls\nWhat is the moon?\n",
            pairs: [
                ["It falls twice a day", "What is the tide?"], ["It pulls", "What is the moon?"],
            ],
            noise: 2),
        ShapeCase(
            name: "labels below headings",
            text:
                "Sea > Tides\n5 min read\n#Two\n- Ebb: The falling tide.\n#More\n- Flood: The rising tide.\n",
            pairs: Array(tides.prefix(2)), unassigned: 4),
        ShapeCase(
            name: "CSV with questions, a third column too",
            text: "Question;Answer;Page\nName the ebb;falling;3\nName the flood;rising;\n",
            pairs: [["Name the ebb", "falling 3"], ["Name the flood", "rising"]]),
        ShapeCase(
            name: "HTML",
            text:
                "<!DOCTYPE html><html><head><title>x</title></head><body><h1>Tides</h1><table><tr><td>Ebb</td><td>The <b>falling</b>\n tide.</td></tr><tr><td>Flood</td><td>The rising tide.</td></tr></table><script>x()</script></body></html>",
            pairs: Array(tides.prefix(2)), unassigned: 1),
    ]

    @Test("Fronts and backs are found, and all lines accounted for", arguments: cases)
    func pairs(shape: ShapeCase) throws {
        let reading = try readText(Array(shape.text.utf8), shape.options)
        var pairs: [[String]] = []
        for guide in reading.guides {
            let file = loaded(GuideMarkdown.file([guide], className: "Class"))
            #expect(file.problems.filter { $0.severity == .error } == [])
            for item in file.guides.flatMap(\.items) {
                switch item.kind {
                case .definition: pairs.append([guide.term, item.text.plain])
                case .question: pairs.append([item.text.plain, item.answer?.plain ?? ""])
                case .fact, .cloze: break
                }
            }
            pairs += guide.questions.filter { $0.answer == nil }.map { [$0.text] }
            pairs += guide.clozes.map { ["cloze", $0] }
        }
        // The loader joins lines of a paragraph with line feeds, and paragraphs too.
        func flat(_ pairs: [[String]]) -> [[String]] {
            pairs.map { $0.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") } }
        }
        #expect(flat(pairs) == flat(shape.pairs))
        #expect(reading.count(.noise) == shape.noise)
        #expect(reading.count(.unassigned) == shape.unassigned)
    }

    @Test(
        "A text of no known shape is refused, and what was seen is shown",
        arguments: [
            "The sea rose in the night.\nNobody had closed the gates.\n",
            "One line only, with a comma.", "???\n!!!\n", "a\nb\nc\nd\n",
            "First: we went out.\nThen nothing happened for hours.\nLater: we came home.\nIt was dark.\n",
        ])
    func refused(text: String) {
        #expect {
            try readText(Array(text.utf8))
        } throws: { error in
            guard case TextRefusal.unknownShape(let seen)? = error as? TextRefusal else {
                return false
            }
            return !seen.isEmpty && "\(error)".contains("the first is '")
        }
    }

    @Test("What is no text is refused")
    func noText() {
        #expect(throws: TextRefusal.empty) { try readText(Array(" \n\u{FEFF}\n".utf8)) }
        #expect(throws: TextRefusal.notText(line: 1, column: 3)) {
            try readText([0x61, 0x62, 0xFF, 0x63])
        }
        #expect(throws: TextRefusal.notText(line: 2, column: 2)) {
            try readText([0x61, 0x0A, 0x61, 0x00])
        }
    }

    @Test("A sign that no row has is named in the refusal")
    func separator() {
        let seen = "no row with '~' between its sides"
        #expect {
            try readText(Array("Ebb falling\nFlood rising".utf8), TextOptions(separator: "~"))
        } throws: {
            "\($0)".contains(seen)
        }
    }

    @Test("A table whose quotation marks leave its rows unsure is refused with the place")
    func quotes() {
        #expect(throws: TextRefusal.wrongQuotes(line: 3, column: 7)) {
            try readText(
                Array("term,definition\nEbb,falling\nFlood,\"rising, high\nNeap,small".utf8))
        }
    }

    @Test("What spreadsheets call Unicode text is read", arguments: [true, false])
    func wideText(isLittle: Bool) throws {
        let units = Array("\u{FEFF}Ebb\tThe falling tide – é.\r\n".utf16)
        let bytes = units.flatMap { unit in
            let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isLittle ? pair : pair.reversed()
        }
        let guide = try #require(try readText(bytes).guides.first)
        #expect(guide.term == "Ebb")
        #expect(guide.definition == "The falling tide – é.")
    }

    @Test("Sequences that steer terminals are taken out whole, however they begin")
    func sequences() throws {
        let text = "Ebb\u{9B}2J: the \u{9D}0;title\u{9C}falling\nFlood: \u{1B}[31mrising\u{1B}[0m\n"
        let guides = try readText(Array(text.utf8)).guides
        #expect(guides.map(\.term) == ["Ebb", "Flood"])
        #expect(guides.map(\.definition) == ["the falling", "rising"])
    }

    @Test("Any damage to a text of any shape leaves every line accounted for", arguments: cases)
    func damaged(shape: ShapeCase) {
        for damage in Damage.allCases {
            let text = damage.applied(to: shape.text, cut: 6)
            guard let reading = try? readText(Array(text.utf8), shape.options) else { continue }
            let visible = reading.lines.filter { $0.fate != .blank }
            #expect(visible.allSatisfy { $0.text.contains { !$0.isWhitespace } })
            #expect(
                reading.guides.allSatisfy { $0.hasItems || !$0.questions.isEmpty }, "\(damage)")
            let kept = words(
                of: reading.guides.map { GuideMarkdown.file([$0], className: "") }.joined())
            // Scripts in fields of HTML are in no guide, which is meant.
            guard !shape.text.hasPrefix("#separator") else { continue }
            for line in reading.lines where line.fate == .used {
                let missing = words(of: line.text).subtracting(kept).subtracting(Self.labelWords)
                #expect(missing.isEmpty, "\(damage): \(line.text): \(missing.sorted())")
            }
        }
    }

    /// Words that say what stands beside them, and columns that are no text.
    private static let labelWords: Set<String> = [
        "answer", "ans", "question", "flashcard", "term", "definition", "meaning", "page", "no",
        "name", "tides", "key", "x1", "x2", "sea", "easy", "q1", "a1", "a2", "q2",
    ]

    private func words(of text: String) -> Set<String> {
        let plain = text.filter { $0 != "\u{AD}" }.replacing(#/\\x[0-9A-F]{2}/#, with: " ")
            .replacing("\\", with: "").replacing(#/<[^>]*>|&\w+;|::|\{\{c\d/#, with: " ")
        return Set(
            plain.lowercased().split { !($0.isLetter || $0.isNumber) }.map(String.init)
                .filter { $0.count > 1 })
    }
}
