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

    static func ask(_ item: Item, _ facet: Card.Facet, _ form: Form) -> Question? {
        var generator = SeededGenerator(seed: 1)
        let topic = Topic(
            guide: Guide.ID(classSlug: "c", termSlug: "micro-influencer"),
            term: "Micro-influencer", aliases: ["micro"])
        let subject = Subject(
            card: Card.ID(item: Item.ID("i"), facet: facet), item: item, topic: topic)
        return QuestionMaker.question(subject, form: form, using: &generator)
    }

    static func question(
        _ facet: Card.Facet, _ form: Form, topic: String? = "Micro-influencer",
        _ prompt: Question.Prompt, answer: String, accepted: [String]? = nil
    ) -> Question {
        let card = Card.ID(item: Item.ID("i"), facet: facet)
        return Question(
            card: card, form: form, topic: topic, prompt: prompt,
            response: accepted.map { .typed([Question.Blank(card: card, accepted: $0)]) }
                ?? (form == .freeResponse ? .written : .judged),
            answer: Prose(plain: answer))
    }

    @Test("asks a definition both ways")
    func definitions() {
        #expect(
            Self.ask(Self.definition, .meaning, .flashcard)
                == Self.question(
                    .meaning, .flashcard, .meaning, answer: "A micro-influencer has few fans."))
        #expect(
            Self.ask(Self.definition, .term, .typedTerm)
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
            Self.ask(Self.fact, .fact, .cloze)
                == Self.question(
                    .fact, .cloze, .fillGaps("It rose _____ a year."),
                    answer: "It rose 44.8% a year.", accepted: ["44.8%", "44.8", "44.8 percent"]))
        #expect(
            Self.ask(Self.plainFact, .fact, .flashcard)
                == Self.question(
                    .fact, .flashcard, .fact(beginning: "So it is"),
                    answer: "So it is and so it was."))
        #expect(Self.ask(Self.plainFact, .fact, .cloze) == nil)
    }

    @Test("asks a review question with its model answer")
    func questions() {
        #expect(
            Self.ask(Self.review, .answer, .freeResponse)
                == Self.question(
                    .answer, .freeResponse, .question(Prose(plain: "Why?")), answer: "Trust."))
    }

    @Test("does not show the term above a hole that asks for it")
    func termInHole() {
        let text = "Café: a micro-influencer has $5 fans."
        #expect(
            Self.ask(Self.cloze, .hole(1), .cloze)
                == Self.question(
                    .hole(1), .cloze, topic: nil, .fillGaps("Café: a _____ has $5 fans."),
                    answer: text, accepted: ["micro-influencer"]))
        #expect(
            Self.ask(Self.cloze, .hole(2), .cloze)
                == Self.question(
                    .hole(2), .cloze, .fillGaps("Café: a micro-influencer has _____ fans."),
                    answer: text, accepted: ["$5", "5", "5 dollars"]))
        #expect(
            Self.ask(Self.cloze, .hole(2), .flashcard)
                == Self.question(
                    .hole(2), .flashcard, .fillGaps("Café: a micro-influencer has _____ fans."),
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
        for form in Form.allCases { #expect(Self.ask(item, facet, form) == nil) }
    }

    @Test("asks in no form that the direction does not know", arguments: Form.allCases)
    func forms(form: Form) {
        #expect(
            (Self.ask(Self.review, .answer, form) != nil)
                == [.flashcard, .freeResponse].contains(form))
    }
}
