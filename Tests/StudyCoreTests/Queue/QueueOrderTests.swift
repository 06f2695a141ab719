import FSRS
import Testing

@testable import StudyCore

@Suite("Order of the queue")
struct QueueOrderTests {
    /// `a` is a new card of item a, `a!` on steps, `a=` in review; a digit tells directions apart.
    static func candidate(_ text: String) -> QueueCandidate {
        let phase: CardState.Phase? =
            text.hasSuffix("!") ? .learning : text.hasSuffix("=") ? .review : nil
        let number = Int(text.filter(\.isNumber)) ?? 1
        return QueueCandidate(
            card: Card.ID(item: Item.ID(text.filter(\.isLetter)), facet: .hole(number)),
            guide: Guide.ID(classSlug: "c", termSlug: "t"),
            state: phase.map {
                CardState(
                    memory: nil, phase: $0, step: 0, due: .day(StudyDay(number: 0)),
                    lastTime: Timestamp(milliseconds: 0), lastDay: StudyDay(number: 0), interval: 0,
                    reviews: 1, lapses: 0)
            })
    }

    static func candidates(_ text: String) -> [QueueCandidate] {
        text.split(separator: " ").map { candidate(String($0)) }
    }

    struct Row: CustomTestStringConvertible {
        let due: String
        let new: String
        var limits = DailyLimits()
        var asked: Set<Item.ID> = []
        let queue: String
        var testDescription: String { "\(due) | \(new)" }
    }

    @Test(
        "brings steps, then reviews, then new cards, within the limits of the day",
        arguments: [
            Row(due: "", new: "", queue: ""),
            Row(due: "a= b! c= d!", new: "e f", queue: "b! d! a= c= e f"),
            Row(
                due: "a= b! c= d!", new: "e f", limits: DailyLimits(new: 1, reviews: 1),
                queue: "b! d! a= e"),
            Row(
                due: "a= b!", new: "c", limits: DailyLimits(new: 0, reviews: 0), queue: "b!"),
            Row(due: "a= b!", new: "c", limits: DailyLimits(new: -3, reviews: -1), queue: "b!"),
            Row(due: "a1=", new: "a2 b1 b2 c", queue: "a1= b1 c"),
            Row(due: "", new: "a1 b c", asked: [Item.ID("a")], queue: "b c"),
            Row(
                due: "", new: "a1 a2 b c", limits: DailyLimits(new: 2), queue: "a1 b"),
            Row(
                due: "a1= a2=", new: "b c d e f g", queue: "a1= b c d e f a2= g"),
        ])
    func order(row: Row) {
        let queue = QueueOrder.arrange(
            due: Self.candidates(row.due), new: Self.candidates(row.new), limits: row.limits,
            asked: row.asked)
        #expect(queue == Self.candidates(row.queue))
    }

    @Test(
        "keeps directions of one item apart, and the order otherwise",
        arguments: [
            ("a b c", "a b c"), ("a1 a2", "a1 a2"), ("a1 a2 b c", "a1 b c a2"),
            ("a1 a2 b c d e f g", "a1 b c d e f a2 g"),
            ("a1 b1 a2 b2 c d e f", "a1 b1 c d e f a2 b2"),
            ("a1 a2 a3 b c d e f g h i j k", "a1 b c d e f a2 g h i j k a3"),
            ("a1 b1 b2 a2", "a1 b1 a2 b2"),
            ("b c d e f a1 a2", "b c d e f a1 a2"),
        ])
    func apart(cards: String, expected: String) {
        #expect(QueueOrder.apart(Self.candidates(cards)) == Self.candidates(expected))
    }

    @Test("loses and doubles no card", arguments: UInt64(0)..<40)
    func laws(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let items = Int.random(in: 1...60, using: &generator)
        var cards: [QueueCandidate] = []
        for number in 0..<Int.random(in: 0...120, using: &generator) {
            let item = Int.random(in: 0..<items, using: &generator)
            let letters =
                String(
                    UnicodeScalar(UInt8(97 + item / 26)))
                + String(UnicodeScalar(UInt8(97 + item % 26)))
            cards.append(Self.candidate("\(letters)\(number + 1)="))
        }
        let queue = QueueOrder.apart(cards)
        #expect(Set(queue) == Set(cards))
        #expect(queue.count == cards.count)
        // Directions of one item stay in order, and so do cards of items with one direction.
        let counts = Dictionary(grouping: cards, by: \.card.item).mapValues(\.count)
        for item in counts.keys {
            #expect(queue.filter { $0.card.item == item } == cards.filter { $0.card.item == item })
        }
        let single: (QueueCandidate) -> Bool = { counts[$0.card.item] == 1 }
        #expect(queue.filter(single) == cards.filter(single))
        // Two of an item are near each other only when nothing farther could have come between.
        for (place, card) in queue.enumerated() {
            let near = queue[max(0, place - QueueOrder.siblingDistance)..<place]
            guard near.contains(where: { $0.card.item == card.card.item }) else { continue }
            let recent = Set(near.map(\.card.item))
            #expect(queue[place...].allSatisfy { recent.contains($0.card.item) })
        }
    }

    @Test("arranges ten thousand directions of one item")
    func manySiblings() {
        let cards = (1...10_000).map { Self.candidate("a\($0)=") }
        #expect(QueueOrder.apart(cards) == cards)
    }

    @Test("leaves of the limits what the day has not used up")
    func limits() {
        let limits = DailyLimits(new: 20, reviews: 200)
        #expect(limits.remaining(introduced: 5, reviewed: 0) == DailyLimits(new: 15, reviews: 200))
        #expect(limits.remaining(introduced: 25, reviewed: 199) == DailyLimits(new: 0, reviews: 1))
        #expect(DailyLimits(new: -1, reviews: -9) == DailyLimits(new: 0, reviews: 0))
    }
}
