import FSRS
import StudyCore
import StudyGrading
import Testing

/// Answers that turn a model answer round, beside such as say the same with other words or a denial.
@Suite("Contradictions")
struct ContradictionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let question: String
        let model: String
        /// Says the opposite.
        let opposite: String
        /// Says the same in other words.
        let paraphrase: String
        /// Says the same by denying the opposite; nil where nobody would.
        let denial: String?
        var testDescription: String { model }

        init(
            _ question: String, _ model: String, _ opposite: String, _ paraphrase: String,
            _ denial: String?
        ) {
            self.question = question
            self.model = model
            self.opposite = opposite
            self.paraphrase = paraphrase
            self.denial = denial
        }
    }

    @Test(
        "are found, and nothing else is taken for one",
        arguments: [
            Row(
                "How does a paywall change reach?",
                "A paywall lowers the number of readers but raises the revenue from each reader.",
                "A paywall raises the number of readers but lowers the revenue from each reader.",
                "Fewer people read the paper behind a paywall, yet each one brings in more money.",
                "A paywall does not raise the number of readers, but each reader brings more revenue."
            ),
            Row(
                "What is fair use?",
                "Fair use allows limited copying of protected works without permission.",
                "Fair use forbids limited copying of protected works without permission.",
                "One may copy small parts of a work that is protected and need not ask.",
                "Fair use does not require permission for limited copying of protected works."),
            Row(
                "Who pays in a two-sided market?",
                "Advertisers subsidise readers, because readers attract advertisers.",
                "Readers subsidise advertisers, because advertisers attract readers.",
                "The price for the audience is kept down with the money of the advertising side.",
                nil),
            Row(
                "What happens to churn when a show ends?",
                "Churn rises when a popular series ends.",
                "Churn falls when a popular series ends.",
                "More subscribers cancel after the finale of a hit.",
                "Churn does not fall when a popular series ends."),
            Row(
                "When was the act passed?",
                "The Telecommunications Act was passed in 1996.",
                "The Telecommunications Act was passed in 1986.",
                "Congress passed the act in 1996.",
                nil),
            Row(
                "How large is the fee?",
                "The agency keeps a commission of 15% of the media cost.",
                "The agency keeps a commission of 50% of the media cost.",
                "Fifteen percent of what the media cost goes to the agency: 15%.",
                nil),
            Row(
                "What does net neutrality forbid?",
                "Net neutrality forbids providers to slow down lawful traffic.",
                "Net neutrality allows providers to slow down lawful traffic.",
                "Under net neutrality a provider may not make legal traffic slower.",
                "Net neutrality does not allow providers to slow down lawful traffic."),
            Row(
                "Is the residual paid once?",
                "Residuals are paid every time a work is reused.",
                "Residuals are never paid when a work is reused.",
                "Each reuse of the work brings a further payment.",
                nil),
            Row(
                "How do fixed costs behave?",
                "Fixed costs do not change with output.",
                "Fixed costs change with output.",
                "However much is produced, the fixed costs stay the same.",
                "Fixed costs are not affected by output and do not change."),
            Row(
                "Compare CPM on television and radio.",
                "Television has a higher CPM than radio.",
                "Radio has a higher CPM than television.",
                "A thousand listeners cost less than a thousand viewers.",
                "Radio has a lower CPM than television."),
            Row(
                "What is a linear channel?",
                "A linear channel sends programmes at fixed times to all viewers.",
                "A linear channel sends programmes at variable times to all viewers.",
                "Everybody sees the same show at the hour in the schedule.",
                nil),
            Row(
                "What does the chain of title prove?",
                "The chain of title proves that the producer owns the rights.",
                "The chain of title proves that the producer does not own the rights.",
                "It shows that the rights belong to the producer.",
                nil),
            Row(
                "When does advertising elasticity fall?",
                "Elasticity is weaker for established brands.",
                "Elasticity is stronger for established brands.",
                "Old brands gain little from more advertising.",
                "Elasticity is not stronger for established brands."),
            Row(
                "Is a press release paid media?",
                "A press release is earned media because no space is bought.",
                "A press release is not earned media because space is bought.",
                "Nobody pays for the space, so it counts as earned.",
                nil),
            Row(
                "What does vertical integration join?",
                "Vertical integration joins successive stages of production in one firm.",
                "Vertical integration separates successive stages of production.",
                "One company owns several steps of the chain, from making to selling.",
                nil),
            Row(
                "Where does glycolysis happen?",
                "Glycolysis happens outside the mitochondria and needs no oxygen.",
                "Glycolysis happens inside the mitochondria and needs oxygen.",
                "It takes place in the cytoplasm, with or without oxygen.",
                nil),
            Row(
                "How do insulators differ?",
                "Insulators do not conduct electricity, conductors do.",
                "Insulators conduct electricity, conductors do not.",
                "Current passes through a conductor and is stopped by an insulator.",
                nil),
            Row(
                "What did the treaty do?",
                "The treaty ended the war and Germany lost territory.",
                "The treaty ended the war and Germany gained territory.",
                "Peace was made, and Germany had to give up land.",
                nil),
            Row(
                "What is an inferior good?",
                "Demand for an inferior good falls as income rises.",
                "Demand for an inferior good rises as income rises.",
                "People who earn more buy less of it.",
                nil),
            Row(
                "What do the courts require?",
                "The court requires proof that the statement was false.",
                "The court does not require proof that the statement was false.",
                "Whoever sues must show that what was said is untrue.",
                "Without proof that the statement was false the court does nothing."),
            Row(
                "Why are sequels made?",
                "Sequels carry less risk because the audience already knows the story.",
                "Sequels carry more risk because the audience already knows the story.",
                "A known story makes the investment safer.",
                "Sequels are not as risky because the audience knows the story."),
            Row(
                "When is a sample biased?",
                "A sample is biased when some members of the population are excluded.",
                "A sample is biased when some members of the population are included.",
                "Leaving out part of the population distorts the sample.",
                "A sample is biased when some members of the population are not included."),
            Row(
                "What do loss leaders do?",
                "Loss leaders are sold below cost to attract customers.",
                "Loss leaders are sold above cost to attract customers.",
                "Shops lose money on them so that people come in.",
                nil),
            Row(
                "What comes first in the window system?",
                "Theatrical release comes before home video.",
                "Home video comes before theatrical release.",
                "Cinemas show a film first, the disc follows.",
                "Home video comes after theatrical release."),
            Row(
                "Does the licence transfer ownership?",
                "A licence does not transfer ownership; it only permits use.",
                "A licence transfers ownership and does not only permit use.",
                "The owner stays the owner and merely lets another use the work.",
                "A licence only permits use, without a transfer of ownership."),
        ])
    func find(_ row: Row) {
        let grader = AnswerGrader(wordNet: nil)
        let model = grader.prepare(.init(question: row.question, answer: row.model))
        let grade = grader.grade(row.opposite, against: model)
        #expect(grade.verdict == .contradiction)
        #expect(grade.rating == .hard)
        #expect(grade.score < AnswerGrade.passing)
        #expect(grade.points.contains { !$0.conflicts.isEmpty })
        #expect(grader.grade(row.paraphrase, against: model).contradicted == 0)
        if let denial = row.denial {
            #expect(grader.grade(denial, against: model).contradicted == 0)
        }
    }

    @Test("name the words that decide")
    func words() {
        let grader = AnswerGrader(wordNet: nil)
        func conflicts(_ model: String, _ answer: String) -> [AnswerGrade.Conflict] {
            grader.grade(answer, against: grader.prepare(.init(question: "", answer: model)))
                .points.flatMap(\.conflicts)
        }
        #expect(
            conflicts("Prices are higher in cities.", "Prices are lower in cities.") == [
                .init(kind: .opposite, typed: "lower", expected: "higher")
            ])
        #expect(
            conflicts("The court requires proof.", "The court does not require proof.") == [
                .init(kind: .negation, typed: "not require", expected: "requires")
            ])
        #expect(
            conflicts("The act passed Congress in 1996.", "The act passed Congress in 1986.") == [
                .init(kind: .figure, typed: "1986", expected: "1996")
            ])
        #expect(conflicts("Dogs chase cats.", "Cats chase dogs.").map(\.kind) == [.swap])
    }

    @Test("of one point leave the others alone")
    func onePoint() {
        let grader = AnswerGrader(wordNet: nil)
        let grade = grader.grade(
            "Radio is expensive to produce. Television reaches large audiences.",
            against: grader.prepare(
                .init(
                    question: "Compare the two.",
                    answer: "Radio is cheap to produce. Television reaches large audiences.")))
        #expect(grade.points.map(\.state) == [.contradicted, .covered])
        #expect(grade.turning(0).points.map(\.state) == [.covered, .covered])
        #expect(grade.turning(0).verdict == .correct)
        #expect(grade.turning(0).score > grade.score)
    }
}
