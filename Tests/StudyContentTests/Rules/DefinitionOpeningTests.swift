import StudyContent
import Testing

@Suite("Rule: a definition begins with the term")
struct DefinitionOpeningTests {
    private func report(definition: String) -> [String] {
        StudyContentTests.report(
            .definitionOpening,
            "---\naliases: [cancellation rate]\n---\n# Churn rate (CR)\n\n## Definition\n\n\(definition)\n"
        )
    }

    @Test(
        "The term may have an article, a plural, its addition, or be an alias",
        arguments: [
            "Churn rate is the share of customers who cancel.",
            "The *churn rate* is the share of customers who cancel.",
            "Churn-rates are the shares of customers who cancel.",
            "CHURN RATE (CR) is the share of customers who cancel.",
            "A cancellation rate is the share of customers who cancel.",
            "Die Churn rate ist der Anteil der Kündigungen.",
            "Share of leavers.",
        ])
    func begins(definition: String) {
        #expect(report(definition: definition) == [])
    }

    @Test(
        "Anything else in front of it is reported",
        arguments: [
            "The share of customers who cancel.", "Churn is the share of customers who cancel.",
            "When people leave, churn rate rises.",
            "Churner rates are shares of customers who leave.",
        ])
    func without(definition: String) {
        #expect(
            report(definition: definition) == [
                "8:1: warning: the definition begins without 'Churn rate (CR)'; begin it with the term or an alias"
            ])
    }

    @Test("A row of a table has the term beside its definition")
    func rows() {
        let definition = "The share of customers who cancel in a month."
        #expect(
            StudyContentTests.report(.definitionOpening, "Churn\t\(definition)\n", path: "a.tsv")
                == [])
        #expect(
            StudyContentTests.report(
                .definitionOpening,
                "# Terms\n\n| Term | Definition |\n|---|---|\n| Churn | \(definition) |\n") == [])
    }
}
