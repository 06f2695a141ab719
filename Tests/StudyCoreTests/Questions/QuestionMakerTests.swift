import FSRS
import StudyCore
import Testing

@Suite("Questions")
struct QuestionMakerTests {
    static let definition = Item(
        kind: .definition, text: Prose(plain: "A micro-influencer has few fans."))
    static let fact = Item(kind: .fact, text: Prose(plain: "It rose 44.8% a year."))
    static let plainFact = Item(kind: .fact, text: Prose(plain: "So it is and so it was."))
    static let review = Item(
        kind: .question, text: Prose(plain: "Why?"), answer: Prose(plain: "Trust."))
    static let cloze = Item(
        kind: .cloze, text: Prose(plain: "Café: a micro-influencer has $5 fans."),
        holes: [9..<25, 30..<32, 60..<90])

    static func ask(_ item: Item, _ facet: Card.Facet, _ form: Form? = nil) -> Question? {
        var generator = SeededGenerator(seed: 1)
        let subject = Subject(
            card: Card.ID(item: Item.ID("i"), facet: facet), item: item, term: "Micro-influencer",
            aliases: ["micro"])
        return QuestionMaker.question(subject, form: form, using: &generator)
    }

    static func question(
        _ facet: Card.Facet, _ form: Form, topic: String? = "Micro-influencer",
        _ prompt: Question.Prompt, answer: String, accepted: [String] = []
    ) -> Question {
        Question(
            card: Card.ID(item: Item.ID("i"), facet: facet), form: form, topic: topic,
            prompt: prompt, answer: Prose(plain: answer), accepted: accepted)
    }

    @Test("asks a definition both ways")
    func definitions() {
        #expect(
            Self.ask(Self.definition, .meaning)
                == Self.question(
                    .meaning, .flashcard, .meaning, answer: "A micro-influencer has few fans."))
        #expect(
            Self.ask(Self.definition, .term)
                == Self.question(
                    .term, .typedTerm, topic: nil, .nameTerm("A(n) _____ has few fans."),
                    answer: "Micro-influencer", accepted: ["Micro-influencer", "micro"]))
        #expect(
            Self.ask(Self.definition, .term, .flashcard)
                == Self.question(
                    .term, .flashcard, topic: nil, .nameTerm("A(n) _____ has few fans."),
                    answer: "Micro-influencer"))
    }

    @Test("asks a fact by its gap, and by its beginning when it has none")
    func facts() {
        #expect(
            Self.ask(Self.fact, .fact)
                == Self.question(
                    .fact, .cloze, .fillGap("It rose _____ a year."),
                    answer: "It rose 44.8% a year.", accepted: ["44.8%", "44.8", "44.8 percent"]))
        #expect(
            Self.ask(Self.plainFact, .fact)
                == Self.question(
                    .fact, .flashcard, .fact(beginning: "So it is"),
                    answer: "So it is and so it was."))
        #expect(Self.ask(Self.plainFact, .fact, .cloze) == nil)
    }

    @Test("asks a review question with its model answer")
    func questions() {
        #expect(
            Self.ask(Self.review, .answer)
                == Self.question(
                    .answer, .flashcard, .question(Prose(plain: "Why?")), answer: "Trust."))
    }

    @Test("does not show the term above a hole that asks for it")
    func termInHole() {
        let text = "Café: a micro-influencer has $5 fans."
        #expect(
            Self.ask(Self.cloze, .hole(1))
                == Self.question(
                    .hole(1), .cloze, topic: nil, .fillGap("Café: a _____ has $5 fans."),
                    answer: text, accepted: ["micro-influencer"]))
        #expect(
            Self.ask(Self.cloze, .hole(2))
                == Self.question(
                    .hole(2), .cloze, .fillGap("Café: a micro-influencer has _____ fans."),
                    answer: text, accepted: ["$5", "5", "5 dollars"]))
        #expect(
            Self.ask(Self.cloze, .hole(2), .flashcard)
                == Self.question(
                    .hole(2), .flashcard, .fillGap("Café: a micro-influencer has _____ fans."),
                    answer: text))
    }

    @Test(
        "has no question for a card that the text does not have",
        arguments: [
            (cloze, .hole(3)), (cloze, .hole(4)), (cloze, .hole(0)), (cloze, .fact),
            (fact, .meaning),
            (definition, .fact), (review, .term),
        ] as [(Item, Card.Facet)])
    func noSuchCard(item: Item, facet: Card.Facet) {
        #expect(Self.ask(item, facet) == nil)
    }

    @Test("asks in no form that the direction does not know", arguments: Form.allCases)
    func forms(form: Form) {
        #expect((Self.ask(Self.review, .answer, form) != nil) == (form == .flashcard))
    }
}
