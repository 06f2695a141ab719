import StudyContent
import Testing

@Suite("Rule: circular definitions")
struct CircularDefinitionTests {
    private func guide(_ definition: String) -> String {
        "---\naliases: [cancellation rate, churn]\n---\n# Churn rate\n\n## Definition\n\n\(definition)\n"
    }

    @Test(
        "A term is not explained by itself, an alias, or its own words in another order",
        arguments: [
            "Churn rate is the rate of churn in a month.",
            "A churn rate is a churn rate.",
            "Churn is what analysts call churn.",
            "Churn rate is the cancellation rate of a service.",
            "The rate at which customers churn.",
        ])
    func circular(definition: String) {
        #expect(
            report(.circularDefinition, guide(definition)) == [
                "8:1: warning: the definition explains 'Churn rate' by itself; say it in other words"
            ])
    }

    @Test(
        "A genus in the term, and later sentences, are no circle",
        arguments: [
            "Churn rate is the rate at which customers leave.",
            "Churn rate is the share of customers who leave. A churn rate of 5% is high.",
            "The share of customers who leave.",
        ])
    func straight(definition: String) {
        #expect(report(.circularDefinition, guide(definition)) == [])
    }

    @Test("Rows are looked at too")
    func rows() {
        #expect(
            report(
                .circularDefinition,
                "churn rate\trate of churn\nhotel\tthe hotel\ntaxi\tcab\n", path: "a.tsv") == [
                    "1:1: warning: the definition explains 'churn rate' by itself; say it in other words"
                ])
    }
}
