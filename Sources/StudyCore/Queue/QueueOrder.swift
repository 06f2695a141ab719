/// The order in which a session asks its cards.
///
/// The scheduler decides when a card is due; this decides which due card comes first. Cards on steps
/// lead, then cards in review by falling need, then new ones in the order of their guides.
package enum QueueOrder {
    /// Fewest cards between two of the same item.
    static let siblingDistance = 5

    /// Puts cards in the order in which they are asked.
    ///
    /// Of an item's new cards only the first is kept: the other direction waits for another day, since
    /// the first answer would give it away.
    ///
    /// - Parameters:
    ///   - due: Cards whose time has come, the most forgotten first.
    ///   - new: Cards never answered, in the order in which they should be introduced.
    ///   - limits: What is left of the day's limits.
    /// - Returns: The queue.
    package static func arrange(
        due: [QueueCandidate], new: [QueueCandidate], limits: DailyLimits
    ) -> [QueueCandidate] {
        let steps = due.filter { $0.state?.phase != .review }
        let reviews = due.filter { $0.state?.phase == .review }.prefix(limits.reviews)
        var seen = Set((steps + reviews).map(\.card.item))
        let introduced = new.filter { seen.insert($0.card.item).inserted }.prefix(limits.new)
        return apart(steps + reviews) + introduced
    }

    /// Moves cards of one item apart while keeping the order otherwise.
    ///
    /// A card that comes too soon after a sibling waits until enough others have passed, or until
    /// nothing else is left.
    package static func apart(_ candidates: [QueueCandidate]) -> [QueueCandidate] {
        var result: [QueueCandidate] = []
        result.reserveCapacity(candidates.count)
        var lastPlace: [Item.ID: Int] = [:]
        var waiting: [QueueCandidate] = []
        func isFree(_ candidate: QueueCandidate) -> Bool {
            guard let place = lastPlace[candidate.card.item] else { return true }
            return result.count - place > siblingDistance
        }
        func take(_ candidate: QueueCandidate) {
            lastPlace[candidate.card.item] = result.count
            result.append(candidate)
        }
        for candidate in candidates {
            while let index = waiting.firstIndex(where: isFree) {
                take(waiting.remove(at: index))
            }
            if isFree(candidate) { take(candidate) } else { waiting.append(candidate) }
        }
        while !waiting.isEmpty {
            take(waiting.remove(at: waiting.firstIndex(where: isFree) ?? 0))
        }
        return result
    }
}
