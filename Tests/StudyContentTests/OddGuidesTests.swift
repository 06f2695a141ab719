import StudyContent
import StudyCore
import Testing

/// A guide that is malformed or odd, and all that is said about it.
struct OddGuide: CustomTestStringConvertible {
    let testDescription: String
    let path: String
    let text: String
    let guides: Int
    let items: Int
    let report: [String]

    init(
        _ name: String, path: String = "media/term.md", text: String, guides: Int, items: Int,
        report: [String]
    ) {
        testDescription = name
        self.path = path
        self.text = text
        self.guides = guides
        self.items = items
        self.report = report
    }
}

@Test("An odd guide is reported exactly, and the rest of it is read", arguments: oddGuides)
func oddGuide(odd: OddGuide) {
    let file = load(odd.text, path: odd.path)
    #expect(file.problems.map(\.description) == odd.report)
    #expect(file.guides.count == odd.guides)
    #expect(file.guides.flatMap(\.items).count == odd.items)
}

let oddGuides: [OddGuide] = [
    OddGuide(
        "an empty file",
        text: "",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: error: the file is empty; write it or remove it"
        ]),
    OddGuide(
        "nothing but blank lines",
        text: "\n  \n\t\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: error: the file is empty; write it or remove it"
        ]),
    OddGuide(
        "nothing but a byte order mark",
        text: "\u{FEFF}",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: error: the file is empty; write it or remove it"
        ]),
    OddGuide(
        "no heading",
        text: "A micro-influencer has few followers.\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: error: the guide has no heading; begin it with a line such as '# Micro-influencer'"
        ]),
    OddGuide(
        "a list and no heading",
        text: "- One\n- Two\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: error: the guide has no heading; begin it with a line such as '# Micro-influencer'"
        ]),
    OddGuide(
        "front matter and nothing else",
        text: "---\nunit: Creators\n---\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: error: the guide has no heading; begin it with a line such as '# Micro-influencer'"
        ]),
    OddGuide(
        "a heading and nothing else",
        text: "# Term\n",
        guides: 1, items: 0,
        report: [
            "media/term.md:1:1: warning: there is nothing to learn about 'Term' yet; add '## Definition', '## Key facts' or '## Review questions'"
        ]),
    OddGuide(
        "a heading and text, but no known section",
        text: "# Term\n\nIt is this.\n",
        guides: 1, items: 0,
        report: [
            "media/term.md:1:1: warning: there is nothing to learn about 'Term' yet; add '## Definition', '## Key facts' or '## Review questions'"
        ]),
    OddGuide(
        "only kept sections",
        text: "# Term\n\n## History\n\nLong ago.\n",
        guides: 1, items: 0,
        report: [
            "media/term.md:1:1: warning: there is nothing to learn about 'Term' yet; add '## Definition', '## Key facts' or '## Review questions'"
        ]),
    OddGuide(
        "no term above the sections",
        text: "## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:1:1: warning: the guide begins without its term; put '# Term' or another term above this heading"
        ]),
    OddGuide(
        "a heading of signs",
        text: "# ???\n\n## Definition\n\nIt is this.\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: error: the heading holds no letter or digit; write the guide's term there"
        ]),
    OddGuide(
        "an empty heading",
        text: "#\n\n## Definition\n\nIt is this.\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: error: the heading holds no letter or digit; write the guide's term there"
        ]),
    OddGuide(
        "facts, but no definition",
        text: "# Term\n\n## Key facts\n\n- One\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:1:1: warning: 'Term' has no definition; add one below '## Definition'"
        ]),
    OddGuide(
        "an empty definition",
        text: "# Term\n\n## Definition\n\n## Key facts\n\n- One\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:3:1: warning: the definition is empty; write it below its heading"
        ]),
    OddGuide(
        "a comment for a definition",
        text: "# Term\n\n## Definition\n\n<!-- to come -->\n",
        guides: 1, items: 0,
        report: [
            "media/term.md:3:1: warning: the definition is empty; write it below its heading"
        ]),
    OddGuide(
        "two definitions",
        text: "# Term\n\n## Definition\n\nIt is this.\n\n## Definition\n\nIt is that.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:7:1: warning: a guide has one definition; join this one with the first, or give it a guide of its own"
        ]),
    OddGuide(
        "empty facts",
        text: "# Term\n\nIt is this.\n\n## Key facts\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:5:1: warning: nothing stands below this heading; write its list or remove it"
        ]),
    OddGuide(
        "empty questions",
        text: "# Term\n\nIt is this.\n\n## Review questions\n\n## Key facts\n\n- One\n",
        guides: 1, items: 2,
        report: [
            "media/term.md:5:1: warning: nothing stands below this heading; write its list or remove it"
        ]),
    OddGuide(
        "a paragraph between facts",
        text: "# Term\n\nIt is this.\n\n## Key facts\n\n- One\n\nStray words.\n\n- Two\n",
        guides: 1, items: 3,
        report: [
            "media/term.md:9:1: warning: this text became no card; make it an item of the list"
        ]),
    OddGuide(
        "a table among facts",
        text: "# Term\n\nIt is this.\n\n## Key facts\n\n- One\n\n| a | b |\n|---|---|\n| c | d |\n",
        guides: 1, items: 2,
        report: [
            "media/term.md:9:1: warning: this text became no card; make it an item of the list"
        ]),
    OddGuide(
        "code among facts",
        text: "# Term\n\nIt is this.\n\n## Key facts\n\n- One\n\n```\ncode\n```\n",
        guides: 1, items: 2,
        report: [
            "media/term.md:9:1: warning: this text became no card; make it an item of the list"
        ]),
    OddGuide(
        "a heading among facts",
        text: "# Term\n\nIt is this.\n\n## Key facts\n\n### Prices\n\n- One\n",
        guides: 1, items: 2,
        report: [
            "media/term.md:7:1: note: the heading 'Prices' groups facts and is not asked itself"
        ]),
    OddGuide(
        "empty list items",
        text: "# Term\n\nIt is this.\n\n## Key facts\n\n- One\n-\n- Two\n-   \n",
        guides: 1, items: 3,
        report: [
            "media/term.md:8:1: warning: the list item is empty; write its text or remove it",
            "media/term.md:10:1: warning: the list item is empty; write its text or remove it",
        ]),
    OddGuide(
        "an item that is only an id",
        text: "# Term\n\nIt is this.\n\n## Key facts\n\n- {#one}\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:7:1: warning: the list item is empty; write its text or remove it"
        ]),
    OddGuide(
        "a question without an answer",
        text: "# Term\n\nIt is this.\n\n## Review questions\n\n- Why?\n- How? So.\n",
        guides: 1, items: 2,
        report: [
            "media/term.md:7:1: warning: the question has no answer and is not asked; write it as a nested list item below"
        ]),
    OddGuide(
        "a heading as a question without an answer",
        text: "# Term\n\nIt is this.\n\n## Questions\n\n### Why?\n\n### How?\n\nSo.\n",
        guides: 1, items: 2,
        report: [
            "media/term.md:7:1: warning: the question has no answer and is not asked; write it below"
        ]),
    OddGuide(
        "a paragraph as a question without an answer",
        text: "# Term\n\nIt is this.\n\n## Questions\n\nWhy?\n\nHow?\n\nSo.\n",
        guides: 1, items: 2,
        report: [
            "media/term.md:7:1: warning: the question has no answer and is not asked; write it below"
        ]),
    OddGuide(
        "an order without an answer",
        text: "# Term\n\nIt is this.\n\n## Questions\n\n1. Explain the term in your own words.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:7:1: warning: the question has no answer and is not asked; write it as a nested list item below"
        ]),
    OddGuide(
        "an introduction to the questions",
        text: "# Term\n\nIt is this.\n\n## Questions\n\nTake your time.\n\n- How?\n  - So.\n",
        guides: 1, items: 2,
        report: [
            "media/term.md:7:1: warning: this text became no card; make it a list item with its answer below, or end it with '?'"
        ]),
    OddGuide(
        "a question that begins with code",
        text: "# Term\n\nIt is this.\n\n## Questions\n\n- ```\n  code\n  ```\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:7:1: warning: this text became no card; begin the item with its question"
        ]),
    OddGuide(
        "an answer that is empty",
        text: "# Term\n\nIt is this.\n\n## Questions\n\n- Why?\n  -\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:7:1: warning: the question has no answer and is not asked; write it as a nested list item below"
        ]),
    OddGuide(
        "ids with blanks in them",
        text:
            "# Term {#my term}\n\n## Definition {#}\n\nIt is this. {#-x}\n\n## Facts\n\n- One {#a/b}\n",
        guides: 1, items: 2,
        report: [
            "media/term.md:1:1: warning: the id in braces is not used; write '{#name}' with letters, digits, '.', '_', ':' and '-'",
            "media/term.md:3:1: warning: the id in braces is not used; write '{#name}' with letters, digits, '.', '_', ':' and '-'",
            "media/term.md:5:1: warning: the id in braces is not used; write '{#name}' with letters, digits, '.', '_', ':' and '-'",
            "media/term.md:9:1: warning: the id in braces is not used; write '{#name}' with letters, digits, '.', '_', ':' and '-'",
        ]),
    OddGuide(
        "a card without an answer",
        text: "Q: Why?\n\nQ: How?\nA: So.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:1:1: warning: the question has no answer and is not asked; put an 'A:' line below it"
        ]),
    OddGuide(
        "an answer without a card",
        text: "A: So.\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: warning: this answer has no question; put a 'Q:' line above it"
        ]),
    OddGuide(
        "two answers",
        text: "Q: How?\nA: So.\nA: Or so.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:3:1: warning: this answer has no question; put a 'Q:' line above it"
        ]),
    OddGuide(
        "a card torn by a rule",
        text: "Q: How?\n---\nA: So.\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: warning: the question has no answer and is not asked; put an 'A:' line below it",
            "media/term.md:3:1: warning: this answer has no question; put a 'Q:' line above it",
        ]),
    OddGuide(
        "a card torn by a heading",
        text: "# Term\n\nQ: How?\n## Part\nA: So.\n",
        guides: 1, items: 0,
        report: [
            "media/term.md:3:1: warning: the question has no answer and is not asked; put an 'A:' line below it",
            "media/term.md:5:1: warning: this answer has no question; put a 'Q:' line above it",
        ]),
    OddGuide(
        "an empty question",
        text: "Q:\nA: So.\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: warning: the question is empty; write it behind 'Q:'"
        ]),
    OddGuide(
        "an empty answer",
        text: "Q: How?\nA:\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: warning: the question has no answer and is not asked; put an 'A:' line below it"
        ]),
    OddGuide(
        "a cloze without a hole",
        text: "C: The cell has walls.\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: warning: the cloze has no hole; put square brackets around the words to leave out"
        ]),
    OddGuide(
        "a cloze with a link only",
        text: "C: The [cell](http://example.org) has walls.\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: warning: the cloze has no hole; put square brackets around the words to leave out"
        ]),
    OddGuide(
        "a cloze with an empty hole",
        text: "C: The [] has walls.\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: warning: a hole of the cloze holds no words; put brackets around words to leave out"
        ]),
    OddGuide(
        "a cloze with a hole that never ends",
        text: "C: The [cell has walls.\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: warning: a hole of the cloze has no end; close it with ']' or write '\\['"
        ]),
    OddGuide(
        "front matter that never ends",
        text: "---\nunit: Creators\n\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:1:1: error: the front matter never ends; put a line '---' below its last key"
        ]),
    OddGuide(
        "front matter that is no mapping",
        text: "---\n- one\n- two\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:2:1: error: front matter is made of lines such as 'unit: Creators and influencers'"
        ]),
    OddGuide(
        "front matter that is a sentence",
        text: "---\njust words\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:2:1: error: front matter is made of lines such as 'unit: Creators and influencers'"
        ]),
    OddGuide(
        "front matter in another notation",
        text: "---\nname = \"Term\"\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:2:1: error: front matter is made of lines such as 'unit: Creators and influencers'"
        ]),
    OddGuide(
        "an unknown key",
        text: "---\ntags: [a]\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:2:1: note: the key 'tags' means nothing here; known are class, unit, aliases, confused-with and sources"
        ]),
    OddGuide(
        "a list for a text",
        text: "---\nunit: [a, b]\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:2:7: error: 'unit' wants one text, such as 'unit: Media Business'"
        ]),
    OddGuide(
        "a mapping for a list",
        text: "---\naliases:\n  a: b\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:3:3: error: 'aliases' wants a list of texts, such as 'aliases: [one, another]'"
        ]),
    OddGuide(
        "a mapping in a list",
        text:
            "---\nsources:\n  - Ärger: im Text\n  - Fine\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:3:5: error: 'sources' wants a list of texts; put this one in quotation marks"
        ]),
    OddGuide(
        "a tab in the front matter",
        text: "---\nunit:\n\t- a\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:3:1: error: the front matter is no valid YAML (found character that cannot start any token); put texts with signs in quotation marks"
        ]),
    OddGuide(
        "a bracket that never closes",
        text: "---\naliases: [a, b\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:3:1: error: the front matter is no valid YAML (did not find expected ',' or ']'); put texts with signs in quotation marks"
        ]),
    OddGuide(
        "a colon in a text",
        text: "---\nunit: Creators: and more\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:2:15: error: the front matter is no valid YAML (mapping values are not allowed in this context); put texts with signs in quotation marks"
        ]),
    OddGuide(
        "a key that stands twice",
        text: "---\nunit: a\nunit: b\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:2:1: error: the key 'unit' stands twice; keep one"
        ]),
    OddGuide(
        "an alias",
        text:
            "---\naliases: &a [x, x]\nsources: [*a, *a]\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:3:11: error: a YAML alias is not read here; write its text out, or put it in quotation marks"
        ]),
    OddGuide(
        "lists without end",
        text:
            "---\naliases: [[[[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]]]\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:2:1: error: the front matter's lists stand too deep inside each other; make them flatter"
        ]),
    OddGuide(
        "an escape character in the front matter",
        text: "---\nunit: a\u{1B}b\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:2:1: error: the front matter holds a character that YAML does not allow (control characters are not allowed); remove it"
        ]),
    OddGuide(
        "a class of signs",
        text: "---\nclass: \"???\"\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:2:8: error: the class holds no letter or digit; write its name, such as 'class: Media Business'"
        ]),
    OddGuide(
        "two documents",
        text: "---\nunit: a\n...\n---\n# Term\n\n## Definition\n\nIt is this.\n",
        guides: 1, items: 1,
        report: []),
    OddGuide(
        "a row without a definition",
        text:
            "| Term | Definition |\n|---|---|\n| cell | small room |\n| wall | |\n| | no term |\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:4:1: warning: 'wall' has no definition and is not asked; write one in its row",
            "media/term.md:5:1: error: the row has no term; write one in its first field",
        ]),
    OddGuide(
        "text beside a table of terms without a heading",
        text: "All the words.\n\n| Term | Definition |\n|---|---|\n| cell | small room |\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:1:1: note: this text stands beside a table of terms and is not shown"
        ]),
    OddGuide(
        "a row of a table with three cells",
        text: "| Term | Definition |\n|---|---|\n| cell | small | room |\n| a\\|b | `c\\|d` |\n",
        guides: 1, items: 1,
        report: [
            "media/term.md:3:1: error: the row has 3 cells instead of 2; write a bar that is text as '\\|'"
        ]),
    OddGuide(
        "a table without a heading that is known",
        text: "| Platform | Reach |\n|---|---|\n| a | b |\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:1:1: error: the guide has no heading; begin it with a line such as '# Micro-influencer'"
        ]),
    OddGuide(
        "quotes inside each other",
        text:
            "# Term\n\n## Definition\n\n> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > deep\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:5:81: error: lists and quotes stand more than 32 deep inside each other; make them flatter"
        ]),
    OddGuide(
        "lists inside each other",
        text:
            "# Term\n\n## Key facts\n\n- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - - deep\n",
        guides: 0, items: 0,
        report: [
            "media/term.md:5:81: error: lists and quotes stand more than 32 deep inside each other; make them flatter"
        ]),
    OddGuide(
        "an escape character in a heading",
        text: "# Te\u{1B}[31mrm\n\n## Facts\n",
        guides: 1, items: 0,
        report: [
            "media/term.md:1:1: warning: 'Te[31mrm' has no definition; add one below '## Definition'",
            "media/term.md:3:1: warning: nothing stands below this heading; write its list or remove it",
        ]),
    OddGuide(
        "a row of three fields", path: "media/term.tsv",
        text: "term\tdefinition\ncell\tsmall room\nwall\tbrick\twood\n",
        guides: 1, items: 1,
        report: [
            "media/term.tsv:3:1: error: the row has 3 fields instead of 2; put fields that hold a separator in quotation marks"
        ]),
    OddGuide(
        "a row of one field", path: "media/term.tsv",
        text: "cell\n",
        guides: 0, items: 0,
        report: [
            "media/term.tsv:1:1: warning: 'cell' has no definition and is not asked; write one in its row"
        ]),
    OddGuide(
        "an empty term", path: "media/term.tsv",
        text: "\tsmall room\n",
        guides: 0, items: 0,
        report: [
            "media/term.tsv:1:1: error: the row has no term; write one in its first field"
        ]),
    OddGuide(
        "a quotation mark that is never closed", path: "media/term.csv",
        text: "cell,\"small room\nwall,brick\n",
        guides: 1, items: 1,
        report: [
            "media/term.csv:1:6: error: the quotation mark is never closed; close it, or double it if it belongs to the text"
        ]),
    OddGuide(
        "text behind a quotation mark", path: "media/term.csv",
        text: "cell,\"small\" room\n",
        guides: 1, items: 1,
        report: [
            "media/term.csv:1:14: warning: text stands behind a closing quotation mark; double the marks inside the field"
        ]),
    OddGuide(
        "a separator that is not known", path: "media/term.tsv",
        text: "#separator:star\ncell\tsmall room\n",
        guides: 1, items: 1,
        report: [
            "media/term.tsv:1:1: warning: the separator is not known; write tab, comma, semicolon, pipe, colon or space"
        ]),
    OddGuide(
        "nothing but header lines", path: "media/term.tsv",
        text: "#separator:tab\n",
        guides: 0, items: 0,
        report: [
            "media/term.tsv:1:1: error: the file holds no rows; write a term and its definition on each"
        ]),
    OddGuide(
        "a header and no rows", path: "media/term.csv",
        text: "term,definition\n",
        guides: 0, items: 0,
        report: [
            "media/term.csv:1:1: error: the file holds no rows; write a term and its definition on each"
        ]),
]
