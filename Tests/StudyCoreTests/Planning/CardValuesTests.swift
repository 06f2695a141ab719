import FSRS
import Testing

@testable import StudyCore

@Suite("Values of cards")
struct CardValuesTests {
    private let model = MemoryModel()
    private let costs = StudyCosts()

    private func frame(days: [Int], seconds: Double = 600) -> PlanFrame {
        var tables = TransitionTables(model: model)
        return PlanFrame(
            sessions: days.map {
                PlanFrame.Session(day: $0, time: Double($0), seconds: seconds)
            }, tables: &tables, costs: costs, forgetting: Forgetting(model: model))
    }

    @Test(arguments: [
        (days: [0], prices: [0.002]),
        (days: [0, 1], prices: [0.02, 0.001]),
        (days: [0, 1, 3], prices: [0.0005, 0.0005, 0.0005]),
        (days: [0, 4, 9], prices: [1e-6, 0.004, 0.01]),
    ])
    func `Agree with working out every course of events`(days: [Int], prices: [Double]) {
        let frame = frame(days: days)
        let exam = Double(days[days.count - 1]) + 0.6
        let kind = CardKind(rest: exam, weight: 1, sessions: days.count)
        let values = CardValues(
            kind, in: frame, prices: prices.map { Float($0) }, temperature: PriceSearch.hard)
        let exact = BruteForce(
            model: model, costs: costs, days: days, exam: exam, prices: prices)
        let new = NewCards.values(
            values, kind, in: frame, prices: prices.map { Float($0) },
            temperature: PriceSearch.hard)
        for session in days.indices {
            #expect(abs(Double(new.options[session]) - exact.introduced(in: session)) < 0.002)
        }
        for (stability, difficulty) in [(0.15, 9.0), (0.9, 7.3), (4.2, 5.1), (37, 2.2)] {
            let memory = MemoryState(stability: stability, difficulty: difficulty)
            let seen = SeenCards(
                [SeenCards.Entry(memory: memory, days: 2, age: 2, pace: 1)], kind, in: frame)
            for (position, session) in seen.sessions.enumerated() {
                let value = seen.value(
                    of: 0, at: position, values, prices: prices.map { Float($0) })
                let expected = exact.reviewed(memory, after: 2 + days[session], in: session)
                #expect(abs(Double(value ?? .nan) - expected) < 0.006)
            }
        }
    }

    private func search(days: [Int], seconds: Double, cards: Int) -> PriceSearch {
        let frame = frame(days: days, seconds: seconds)
        let kind = CardKind(
            rest: Double(days[days.count - 1]) + 0.6, weight: 1, sessions: days.count)
        let entries = (0..<cards).map { card -> SeenCards.Entry in
            let memory = MemoryState(
                stability: 0.3 + Double(card), difficulty: Double(1 + card % 9))
            let days = 1 + card % 5
            return SeenCards.Entry(memory: memory, days: days, age: Double(days), pace: 1)
        }
        return PriceSearch(
            frame: frame,
            groups: [
                PriceSearch.Group(
                    kind: kind, seen: SeenCards(entries, kind, in: frame),
                    new: [
                        NewCards(count: cards, guess: 0), NewCards(count: 2, guess: 0.25),
                    ])
            ])
    }

    /// The flow of cards is the reverse of their values, so it gives the slope of the dual.
    @Test func `Seconds asked for are the slope of the dual`() {
        let search = search(days: [0, 1, 2], seconds: 120, cards: 12)
        let prices: [Float] = [0.012, 0.009, 0.006]
        let temperature: Float = 0.02
        let here = search.evaluate(prices, temperature: temperature)
        for session in prices.indices {
            var (less, more) = (prices, prices)
            let step: Float = 0.0005
            less[session] -= step
            more[session] += step
            let slope =
                (search.evaluate(more, temperature: temperature).value
                    - search.evaluate(less, temperature: temperature).value) / Double(2 * step)
            #expect(abs(slope - here.slack[session]) < 0.02 * max(abs(slope), 20))
        }
    }

    @Test func `Prices ask for the seconds that there are`() {
        let search = search(days: [0, 1, 2], seconds: 150, cards: 20)
        let prices = search.prices(from: nil)
        let evaluation = search.evaluate(prices, temperature: PriceSearch.temperature)
        for slack in evaluation.slack { #expect(abs(slack) < 15) }
        let uniform = search.evaluate(
            [Float](repeating: 0.01, count: 3), temperature: PriceSearch.temperature)
        #expect(evaluation.value <= uniform.value)
    }
}
