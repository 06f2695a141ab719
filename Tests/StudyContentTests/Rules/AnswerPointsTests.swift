import StudyContent
import Testing

@Suite("Rule: key points of a model answer")
struct AnswerPointsTests {
    private func guide(_ answer: String) -> String {
        "# Term\n\n## Definition\n\nTerm is a word.\n\n## Review questions\n\n- Why?\n  - \(answer)\n"
    }

    @Test(
        "Under three sentences or entries are reported",
        arguments: [
            ("Because.", "1 point"), ("It came in the U.S. Congress first", "1 point"),
            ("It pays. It lasts.", "2 points"), ("It pays.\n  - It lasts.", "2 points"),
        ])
    func few(answer: String, points: String) {
        #expect(
            report(.answerPoints, guide(answer)) == [
                "9:1: warning: the model answer makes \(points); make 3 or more, each a sentence of its own"
            ])
    }

    @Test("Three points are enough", arguments: ["A b. C d. E f.", "One\n  - Two\n  - Three"])
    func enough(answer: String) {
        #expect(report(.answerPoints, guide(answer)) == [])
    }

    @Test("Questions alone are flashcards, with answers that are short on purpose")
    func flashcards() {
        #expect(report(.answerPoints, "Q: Who?\nA: She.\n") == [])
        #expect(report(.answerPoints, "# Deck\n\n## Questions\n\n- Who?\n  - She.\n") == [])
    }
}
