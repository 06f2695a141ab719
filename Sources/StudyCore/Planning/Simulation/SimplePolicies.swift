package import FSRS

/// All cards in turn, those asked longest ago first, new ones before all.
package struct RoundRobin: StudyPolicy {
    private var queue: [Int]
    private var position = 0

    package init(cards: Int) { queue = Array(0..<cards) }

    package mutating func begin(day: Int) {
        queue.removeFirst(position)
        position = 0
    }

    package mutating func next(seconds: Double) -> Int? {
        queue[position]
    }

    package mutating func note(_ card: Int, _ rating: Rating, day: Int) {
        if position < queue.count, queue[position] == card {
            position += 1
        } else if let index = queue[position...].firstIndex(of: card) {
            queue.remove(at: index)
        }
        queue.append(card)
    }
}

/// Boxes with intervals of 1, 2, 4, 8 and 16 days: up a box when recalled, back to the first when not.
package struct Leitner: StudyPolicy {
    private var boxes: [Int?]
    private var due: [Int]
    private var queue: [Int] = []

    package init(cards: Int) {
        boxes = Array(repeating: nil, count: cards)
        due = Array(repeating: 0, count: cards)
    }

    package mutating func begin(day: Int) {
        let seen = boxes.indices.filter { boxes[$0] != nil && due[$0] <= day }
            .sorted { (boxes[$0] ?? 0, due[$0], $0) < (boxes[$1] ?? 0, due[$1], $1) }
        queue = (seen + boxes.indices.filter { boxes[$0] == nil }).reversed()
    }

    package mutating func next(seconds: Double) -> Int? { queue.popLast() }

    package mutating func note(_ card: Int, _ rating: Rating, day: Int) {
        let box = rating == .again ? 0 : min((boxes[card] ?? -1) + 1, 4)
        boxes[card] = box
        due[card] = day + 1 << box
    }
}

/// SM-2 as Woźniak published it in 1990; what is forgotten is asked again at the session's end until it is known.
package struct SM2: StudyPolicy {
    private var cards: [Entry]
    private var queue: [Int] = []
    private var failed: [Int] = []

    private struct Entry: Sendable {
        var repetition = 0
        var ease = 2.5
        var interval = 0.0
        var due = 0
        var isNew = true
        var lastDay = -1
    }

    package init(cards: Int) { self.cards = Array(repeating: Entry(), count: cards) }

    package mutating func begin(day: Int) {
        failed = []
        let seen = cards.indices.filter { !cards[$0].isNew && cards[$0].due <= day }
            .sorted { (cards[$0].due, $0) < (cards[$1].due, $1) }
        queue = (seen + cards.indices.filter { cards[$0].isNew }).reversed()
    }

    package mutating func next(seconds: Double) -> Int? {
        if let card = queue.popLast() { return card }
        return failed.isEmpty ? nil : failed.removeFirst()
    }

    package mutating func note(_ card: Int, _ rating: Rating, day: Int) {
        var entry = cards[card]
        if rating < .good { failed.append(card) }
        if entry.lastDay != day {
            let miss = 5 - Double(rating.rawValue + 1)
            entry.ease = max(entry.ease + 0.1 - miss * (0.08 + miss * 0.02), 1.3)
            entry.repetition = rating == .again ? 0 : entry.repetition + 1
            switch entry.repetition {
            case 0, 1: entry.interval = 1
            case 2: entry.interval = 6
            default: entry.interval = (entry.interval * entry.ease).rounded(.up)
            }
            entry.due = day + Int(min(entry.interval, 36500))
        }
        (entry.isNew, entry.lastDay) = (false, day)
        cards[card] = entry
    }
}
