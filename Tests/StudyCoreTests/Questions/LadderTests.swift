import FSRS
import StudyCore
import Testing

@Suite("The ladder")
struct LadderTests {
    static func state(
        _ phase: CardState.Phase, step: Int = 0, stability: Double?, reviews: Int = 3
    ) -> CardState {
        let day = StudyDay(number: 20_000)
        return CardState(
            memory: stability.map { MemoryState(stability: $0, difficulty: 5) }, phase: phase,
            step: step, due: .day(day), lastTime: Timestamp(milliseconds: 0), lastDay: day,
            interval: 1, reviews: reviews, lapses: 0)
    }

    @Test(
        "stands on a rung for each memory, and says why",
        arguments: [
            (nil, .recognise, .new),
            (state(.learning, stability: 0.2, reviews: 1), .recognise, .missedAtFirst),
            (state(.learning, stability: nil, reviews: 1), .produce, .recognised),
            (state(.learning, step: 1, stability: 2, reviews: 1), .produce, .learning),
            (state(.learning, stability: 0.3, reviews: 2), .produce, .learning),
            (state(.review, stability: 6.9), .produce, .young(days: 6.9)),
            (state(.review, stability: 7), .explain, .known(days: 7)),
            (state(.relearning, stability: 30), .produce, .forgotten),
        ] as [(CardState?, Ladder.Rung, Ladder.Reason)])
    func rungs(state: CardState?, rung: Ladder.Rung, reason: Ladder.Reason) {
        let found = Ladder.rung(of: state)
        #expect(found.rung == rung && found.reason == reason)
    }

    static func forms(
        _ facet: Card.Facet, _ state: CardState?, isMixedUp: Bool = false, isListKnown: Bool = false
    ) -> [Form] {
        var generator = SeededGenerator(seed: 1)
        return Ladder(
            facet, state: state, isMixedUp: isMixedUp, isListKnown: isListKnown, using: &generator
        ).forms
    }

    static let young = state(.review, stability: 3)
    static let known = state(.review, stability: 40)

    @Test("recognises what is new, and recalls what is not")
    func evidence() {
        for facet in [Card.Facet.meaning, .term, .fact] {
            #expect(Self.forms(facet, nil).first?.evidence == .recognition)
            for state in [Self.young, Self.known] {
                #expect(Self.forms(facet, state).allSatisfy { $0.evidence == .recall })
            }
        }
    }

    @Test(
        "asks for more as the memory grows",
        arguments: [
            (.meaning, .cloze, .freeResponse), (.term, .typedTerm, .typedTerm),
            (.fact, .cloze, .cloze), (.answer, .freeResponse, .freeResponse),
            (.hole(1), .cloze, .cloze),
        ] as [(Card.Facet, Form, Form)])
    func climbs(facet: Card.Facet, young: Form, known: Form) {
        #expect(Self.forms(facet, Self.young).first == young)
        #expect(Self.forms(facet, Self.known).first == known)
    }

    @Test("asks for the whole list when all of it is known, and for terms that were mixed up")
    func special() {
        #expect(Self.forms(.fact, Self.known, isListKnown: true).first == .listRecall)
        #expect(Self.forms(.term, Self.young, isMixedUp: true).first == .contrast)
        #expect(Self.forms(.term, nil, isMixedUp: true).first?.evidence == .recognition)
    }

    @Test("ends with a flashcard, which every card can be")
    func floor() {
        for facet in [Card.Facet.meaning, .term, .fact, .answer, .hole(2)] {
            for state in [nil, Self.young, Self.known] {
                #expect(Self.forms(facet, state).last == .flashcard)
            }
        }
    }

    @Test("is climbed by recall alone: a hundred right choices leave a card on its learning steps")
    func recognitionProvesNothing() {
        let scheduler = Scheduler()
        let card = Card.ID(item: Item.ID("i"), facet: .fact)
        var time = Timestamp(milliseconds: 1_770_000_000_000)
        func answer(_ state: CardState?, _ rating: Rating, _ form: Form) -> CardState {
            scheduler.state(
                after: state,
                Scheduler.Answer(
                    card: card, rating: rating, evidence: form.evidence, time: time,
                    clock: StudyClock(utcOffset: 0), retention: 0.9))
        }
        var state: CardState?
        for _ in 0..<100 {
            state = answer(state, .good, .multipleChoice)
            time = time.adding(seconds: 86_400)
        }
        #expect(state?.phase == .learning && state?.interval == 0 && state?.memory == nil)
        #expect(Ladder.rung(of: state).rung == .produce)
        state = answer(state, .good, .cloze)
        let before = state
        #expect(before?.memory != nil)
        state = answer(state, .again, .multipleChoice)
        #expect((state?.memory?.stability ?? 99) < (before?.memory?.stability ?? 0))
    }
}
