import StudyContent
import Testing

@Suite("Rule: undated figures")
struct UndatedFigureTests {
    private func guide(_ fact: String) -> String { "# Term\n\n## Key facts\n\n- \(fact)\n" }

    @Test(
        "A figure in money or per cent without a date is reported",
        arguments: [
            ("It costs $5.50.", "$5.50"), ("It costs US$1,200, or less.", "$1,200"),
            ("It takes 5.3%, at most.", "5.3%"), ("It takes 12 % of all.", "12 %"),
            ("It costs 20 € or £ 18.", "20 €"), ("It cost ¥300 in Japan.", "¥300"),
            ("It cost 2,000 $ there.", "2,000 $"), ("It was $2026.", "$2026"),
            ("Some say 5% may pay.", "5%"),
            ("It began in 2011. It takes 30% now.", "30%"),
        ])
    func undated(fact: String, figure: String) {
        #expect(
            report(.undatedFigure, guide(fact)) == [
                "5:1: warning: '\(figure)' has no date; name its year in the same sentence, or call it an example"
            ])
    }

    @Test(
        "A date, a formula or an example in the sentence is enough",
        arguments: [
            "In 2026 it cost $5.", "It took 5% in the season of 2007-08.",
            "In the 1990s it cost $5.",
            "On 8 July it fell by 5%.", "By March 31, it cost $5.", "It cost $5 (31/12/2026).",
            "CTR = 500 ÷ 25,000 = 2%.", "It costs $30 × 1.2.", "For example, a seat costs $5.",
            "It has 39 stations.", "The $ sign and the % sign stand apart.",
        ])
    func dated(fact: String) {
        #expect(report(.undatedFigure, guide(fact)) == [])
    }

    @Test(
        "Each undated sentence is reported, in definitions too; rows, questions and answers are left"
    )
    func places() {
        let text = """
            # Term

            ## Definition

            Term is a fee of $5. It rose by 3%.

            ## Questions

            - Is $5 much?
              - It is 5% of all.
            """
        let message = "has no date; name its year in the same sentence, or call it an example"
        #expect(
            report(.undatedFigure, text) == [
                "5:1: warning: '$5' \(message)", "5:1: warning: '3%' \(message)",
            ])
        #expect(report(.undatedFigure, "VAT\tA tax of 19% on sales.\n", path: "a.tsv") == [])
    }
}
