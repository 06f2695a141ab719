import StudyContent
import StudyCore
import Testing

/// A limit that is set low, a text beyond it, and what is said.
struct Excess: CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let text: String
    let limits: ContentLimits
    let items: Int
    let report: String

    init(
        _ limit: WritableKeyPath<ContentLimits, Int>, _ value: Int, path: String = "term.md",
        text: String, items: Int, report: String
    ) {
        var limits = ContentLimits()
        limits[keyPath: limit] = value
        self.limits = limits
        testDescription = report
        self.path = path
        self.text = text
        self.items = items
        self.report = report
    }
}

@Test("Each limit has an error of its own", arguments: excesses)
func excess(excess: Excess) {
    let file = load(excess.text, path: excess.path, limits: excess.limits)
    #expect(file.problems.map(\.description) == ["\(excess.path):\(excess.report)"])
    #expect(file.guides.flatMap(\.items).count == excess.items)
}

let excesses: [Excess] = [
    Excess(
        \.fileSize, 10, text: "# Term\n\nIt is.\n", items: 0,
        report: "1:1: error: the file is larger than 10 bytes; split it"),
    Excess(
        \.nestingDepth, 3, text: "# Term\n\nIt.\n\n## Facts\n\n- > - - a\n", items: 0,
        report:
            "7:9: error: lists and quotes stand more than 3 deep inside each other; make them flatter"
    ),
    Excess(
        \.nestingDepth, 3, text: "# Term\n\nIt.\n\n## Facts\n\n- a\n  - b\n    - c\n      - d\n",
        items: 0,
        report:
            "10:7: error: lists and quotes stand more than 3 deep inside each other; make them flatter"
    ),
    Excess(
        \.markupSigns, 12, text: "# Term\n\n**a** *b* `c` [d](e) <f>\n", items: 0,
        report: "3:22: error: the file holds more than 12 Markdown signs and line ends; split it"),
    Excess(
        \.tableCells, 6, text: "# Term\n\n| a | b |\n|---|---|\n| c | d |\n", items: 0,
        report: "4:1: error: the table has more than 6 cells; keep it in a .tsv or .csv file"),
    Excess(
        \.frontMatterSize, 6, text: "---\nunit: a\n---\n# Term\n\n## Definition\n\nIt.\n", items: 1,
        report: "2:1: error: the front matter is longer than 6 bytes; keep only its keys there"),
    Excess(
        \.itemLength, 5, text: "# Term\n\nIt.\n\n## Facts\n\n- short\n- longer\n", items: 2,
        report: "8:1: error: the text is longer than 5 bytes; split it into several items"),
    Excess(
        \.itemLength, 5, text: "# Term\n\nIt.\n\n## Questions\n\n- Why?\n  - Because.\n", items: 1,
        report: "7:1: error: the text is longer than 5 bytes; split it into several items"),
    Excess(
        \.itemLength, 8, text: "# Term\n\nToo long.\n\n## Facts\n\n- One\n", items: 1,
        report: "3:1: error: the text is longer than 8 bytes; split it into several items"),
    Excess(
        \.itemLength, 8, text: "# Term\n\nQ: Why?\nA: Because so.\n", items: 0,
        report: "4:1: error: the text is longer than 8 bytes; split it into several items"),
    Excess(
        \.items, 2, text: "# Term\n\nIt.\n\n## Facts\n\n- One\n- Two\n- Three\n", items: 2,
        report:
            "8:1: error: the guide has more than 2 items, and those from here on are not asked; split it"
    ),
    Excess(
        \.rows, 1, path: "a.tsv", text: "a\tb\nc\td\n", items: 1,
        report: "2:1: error: the file has more than 1 rows; split it"),
    Excess(
        \.itemLength, 5, path: "a.tsv", text: "a\tlonger\n", items: 0,
        report: "1:1: error: the text is longer than 5 bytes; split it into several items"),
]
