import StudyContent
import Testing

@Suite("Rule: filler phrases")
struct FillerTests {
    private func guide(_ answer: String) -> String {
        "# Term\n\n## Questions\n\n- Why?\n  - \(answer)\n"
    }

    @Test(
        "A phrase that says nothing is reported",
        arguments: [
            ("It plays a *crucial* role in news.", "plays a crucial role"),
            ("They played an important role.", "played an important role"),
            ("In today's world, all is media.", "in today's world"),
            ("In today’s fast-paced world.", "in today's fast"),
            ("It is important to note that all pay.", "it is important to note"),
            ("It should be noted that all pay.", "it should be noted that"),
            ("When it comes to news, all pay.", "when it comes to"),
            ("A wide range of things.", "a wide range of"),
            ("Needless to say, all pay.", "needless to say"),
            ("Ever-changing tastes.", "ever changing"),
        ])
    func filler(answer: String, phrase: String) {
        #expect(
            report(.filler, guide(answer)) == [
                "5:1: warning: '\(phrase)' says nothing; leave it out or say what is meant"
            ])
    }

    @Test(
        "Facts may not be vague; definitions and answers may",
        arguments: ["often", "can help", "plays a role"])
    func vague(phrase: String) {
        let sentence = "This \(phrase) here."
        #expect(report(.filler, guide(sentence)) == [])
        #expect(
            report(.filler, "# Term\n\n## Facts\n\n- \(sentence)\n") == [
                "5:1: warning: nobody can be right or wrong about '\(phrase)'; say when, how much or by whom"
            ])
    }

    @Test(
        "Words that mean something are left alone",
        arguments: [
            "Trust ends when it comes to light.", "She played a leading role.", "It softens.",
            "It is important.", "Today's world record.", "In today's", "When it comes",
        ])
    func meant(answer: String) {
        #expect(report(.filler, guide(answer)) == [])
    }
}
