import Testing

@testable import FSRS

@Suite("Recency")
struct RecencyWeightsTests {
    @Test("weights rise to one; first and same-day reviews have none")
    func weights() {
        var log = ReviewLog()
        // Card 0: first, scored, same day, scored; card 1: a first one that comes late, scored.
        for (card, days) in [(0, 0.0), (0, 3), (0, 0), (0, 2), (1, 7), (1, 4)] {
            log.append(card: card, rating: .good, days: days)
        }
        let weights = RecencyWeights(log, by: CardIndex(log))
        let least: Float = 0.25 + 0.75 * 600 / 603
        #expect((0..<6).map { weights[$0] } == [0, least, 0, least + (1 - least) / 8, 0, 1])
    }

    @Test(
        "the more reviews, the less the oldest counts", arguments: [(600, 0.625), (60_000, 0.257)])
    func longLog(scored: Int, least: Float) {
        var log = ReviewLog()
        for index in 0...scored { log.append(card: 0, rating: .good, days: index == 0 ? 0 : 1) }
        let weights = RecencyWeights(log, by: CardIndex(log))
        #expect(abs(weights[1] - least) < 0.001)
        #expect(weights[scored] == 1)
    }

    @Test("one review alone has the least weight")
    func oneReview() {
        var log = ReviewLog()
        log.append(card: 0, rating: .good, days: 0)
        log.append(card: 0, rating: .good, days: 1)
        let weights = RecencyWeights(log, by: CardIndex(log))
        #expect((0..<2).map { weights[$0] } == [0, 0.25 + 0.75 * 600 / 601])
    }
}
