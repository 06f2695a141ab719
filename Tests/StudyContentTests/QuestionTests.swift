import StudyContent
import StudyCore
import Testing

/// A section of review questions and what it asks.
struct QuestionShape: CustomTestStringConvertible {
    let testDescription: String
    let section: String
    let items: [String]

    init(_ name: String, _ section: String, _ items: [String]) {
        testDescription = name
        self.section = section
        self.items = items
    }
}

@Test("A question has its answer below or behind it", arguments: questionShapes)
func question(shape: QuestionShape) {
    let guide = onlyGuide("# Term\n\nIt.\n\n## Review questions\n\n\(shape.section)\n")
    let asked = guide?.items.dropFirst().map { item in
        "\(item.line): \(item.text.markdown) → \(item.answer?.markdown ?? "-")"
    }
    #expect(asked == shape.items)
}

let questionShapes: [QuestionShape] = [
    QuestionShape(
        "nested item", "- Why?\n  - Because.\n- How?\n  - So.",
        ["7: Why? → Because.", "9: How? → So."]),
    QuestionShape(
        "nested points", "1. Why?\n   - One\n   - Two\n     and more",
        ["7: Why? → - One\n- Two\n  and more"]),
    QuestionShape(
        "nested item with paragraphs", "* Why?\n\n  * One.\n\n    Two.\n",
        ["7: Why? → One.\n\nTwo."]),
    QuestionShape(
        "indented paragraphs", "- Why?\n\n  One.\n\n  Two.", ["7: Why? → One.\n\nTwo."]),
    QuestionShape("quote", "- Why?\n  > Because\n  of this.", ["7: Why? → Because\nof this."]),
    QuestionShape("quote with a list", "- Why?\n  > - a\n  > - b", ["7: Why? → - a\n- b"]),
    QuestionShape("same line", "- Why? Because.", ["7: Why? → Because."]),
    QuestionShape("next line", "- Why?\n  Because\n  of this.", ["7: Why? → Because\nof this."]),
    QuestionShape(
        "two questions at once", "- Why? And how? So.", ["7: Why? And how? → So."]),
    QuestionShape("bold question", "- **Why?** Because.", ["7: **Why?** → Because."]),
    QuestionShape(
        "question mark in a link", "- Why [x](http://a.b/?c) so? Because.",
        ["7: Why [x](http://a.b/?c) so? → Because."]),
    QuestionShape(
        "question mark in code", "- Why `a? b` so? Because.", ["7: Why `a? b` so? → Because."]),
    QuestionShape("wide question mark", "- 为什么？因为。", ["7: 为什么？ → 因为。"]),
    QuestionShape(
        "order with a hard break", "- Explain it.\\\n  It is so.", ["7: Explain it. → It is so."]),
    QuestionShape(
        "order with a nested answer", "- Explain it.\n  - It is so.", ["7: Explain it. → It is so."]
    ),
    QuestionShape(
        "headings", "### Why?\n\nBecause.\n\n- a\n- b\n\n### Explain it\n\nSo.",
        ["7: Why? → Because.\n\n- a\n- b", "14: Explain it → So."]),
    QuestionShape(
        "paragraphs", "Why?\n\nBecause.\n\nSo it is.\n\nHow? So.",
        ["7: Why? → Because.\n\nSo it is.", "13: How? → So."]),
    QuestionShape(
        "paragraph with a list", "Which?\n\n- a\n- b\n\nHow? So.",
        ["7: Which? → - a\n- b", "12: How? → So."]),
    QuestionShape(
        "id behind the question", "- Why? {#why}\n  - Because.", ["7: Why? → Because."]),
    QuestionShape("id behind the answer", "- Why? Because. {#why}", ["7: Why? → Because."]),
    QuestionShape(
        "tabs", "-\tWhy?\n\t-\tBecause.\n\n\t\tMore.", ["7: Why? → Because.\n\nMore."]),
    QuestionShape(
        "two-digit numbers", "10. Why?\n    - Because.\n11. How? So.",
        ["7: Why? → Because.", "9: How? → So."]),
]
