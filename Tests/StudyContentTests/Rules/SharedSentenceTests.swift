import StudyContent
import Testing

@Suite("Rule: a sentence in two guides")
struct SharedSentenceTests {
    private func fact(_ term: String, _ text: String) -> String {
        "# \(term)\n\n## Key facts\n\n- \(text)\n"
    }

    @Test("The later guide names the earlier one, whatever marks and case the sentence has")
    func shared() {
        let answer =
            "# C\n\n## Questions\n\n- Why?\n  - It is so. Readers pay more than advertisers!\n"
        #expect(
            report(
                .sharedSentence,
                [
                    ("a.md", fact("A", "It is old. Readers pay more than advertisers.")),
                    ("b.md", fact("B", "*Readers* pay more than advertisers. It is old.")),
                    ("c.md", answer), ("d.tsv", "D\tReaders pay more, than advertisers\n"),
                ])
                == ["b.md:5", "c.md:5", "d.tsv:1"].map {
                    let sentence =
                        switch $0 {
                        case "c.md:5": "Readers pay more than advertisers!"
                        case "d.tsv:1": "Readers pay more, than advertisers"
                        default: "Readers pay more than advertisers."
                        }
                    return
                        "\($0):1: warning: '\(sentence)' stands in a.md:5 too; keep it in one guide or say here what differs"
                })
    }

    @Test("Short sentences, questions, one guide and other classes share nothing")
    func quiet() {
        let long = "Readers pay more than advertisers."
        #expect(
            report(
                .sharedSentence,
                [
                    (
                        "a.md",
                        fact("A", "It depends on that. \(long)") + "- So \(long)\n- \(long)\n"
                    ),
                    ("b.md", fact("B", "It depends on that.")),
                    ("c.md", "---\nclass: Other\n---\n" + fact("C", long)),
                    ("d.md", "# D\n\n## Questions\n\n- \(long)\n  - Yes.\n"),
                    ("e.md", "# E\n\n## Questions\n\n- \(long)\n  - No.\n"),
                ]) == [])
    }
}
