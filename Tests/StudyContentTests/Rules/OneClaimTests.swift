import StudyContent
import Testing

@Suite("Rule: one claim a fact")
struct OneClaimTests {
    private func report(fact: String) -> [String] {
        StudyContentTests.report(
            .oneClaim,
            "---\naliases: [pay wall]\n---\n# Metered paywall\n\n## Key facts\n\n- \(fact)\n")
    }

    @Test("A fact of over 40 words is reported")
    func length() {
        #expect(report(fact: words(40) + ".") == [])
        #expect(
            report(fact: words(38) + " 1 ÷ 2 = 3.") == [
                "8:1: warning: the fact has 41 words; say one claim in 40 at most"
            ])
    }

    @Test(
        "A second sentence may go on about the same thing",
        arguments: [
            "The meter counts articles. It lets twenty pass.",
            "Readers pay by month. These readers stay. They are few.",
            "Metered paywalls came in 2011. The metered form spread.",
            "It came in 2011. A pay wall sells access.",
            "Readers pay by month. The reader can cancel.",
            "The Times began in 2011. In April 2012, it lowered the number. Later it ended.",
            "The U.S. Congress passed it. However, it failed in Campbell v. Acuff-Rose.",
            "Three kinds exist:\n  - Hard\n  - Soft",
        ])
    func same(fact: String) {
        #expect(report(fact: fact) == [])
    }

    @Test(
        "A sentence with another subject is reported",
        arguments: [
            ("The meter counts articles. Advertisers pay less.", "'Advertisers pay less.'"),
            ("It counts articles. Advertisers pay less.", "'Advertisers pay less.'"),
            (
                "Readers pay by month. They can cancel. In 2012, the owner sold the newspaper to another one.",
                "'In 2012, the owner sold the newspaper t…'"
            ),
        ])
    func other(fact: String, sentence: String) {
        #expect(
            report(fact: fact) == [
                "8:1: warning: \(sentence) has another subject than the sentence before; make it a fact of its own"
            ])
    }
}
