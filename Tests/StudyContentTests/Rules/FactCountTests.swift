import StudyContent
import Testing

@Suite("Rule: number of facts")
struct FactCountTests {
    private static let message = "write 3 to 7, five at best"

    @Test(
        "Under three facts and over seven are reported, where the change is to be made",
        arguments: [
            (1, ["5:1: warning: 'Term' has 1 key fact; \(message)"]),
            (2, ["5:1: warning: 'Term' has 2 key facts; \(message)"]),
            (3, []),
            (5, []),
            (7, []),
            (
                8,
                [
                    "12:1: warning: 'Term' has 8 key facts; keep the five that matter most, 7 at most, or split the guide"
                ]
            ),
        ])
    func count(facts: Int, expected: [String]) {
        let text = "# Term\n\n## Key facts\n\n" + list((1...facts).map { "Fact \($0) is so." })
        #expect(report(.factCount, text) == expected)
    }

    @Test(
        "Guides without facts are small on purpose",
        arguments: [
            ("a.md", "# Term\n\n## Definition\n\nA term.\n"),
            ("a.md", "# Deck\n\nQ: What?\nA: That.\n"),
            ("a.tsv", "Term\tA word.\n"),
        ])
    func none(path: String, text: String) {
        #expect(report(.factCount, text, path: path) == [])
    }
}
