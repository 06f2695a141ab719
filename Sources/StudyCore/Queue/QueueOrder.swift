/// The order in which a session asks its cards.
///
/// The scheduler decides when a card is due; this decides which due card comes first. Cards on steps
/// lead, then cards in review by falling need, then new ones in the order of their guides.
package enum QueueOrder {
    /// Fewest cards between two of the same item.
    static let siblingDistance = 5

    /// Puts cards in the order in which they are asked.
    ///
    /// Of an item's new cards only the first is kept, and none when the item was asked today: the
    /// other direction waits for another day, since the first answer would give it away.
    ///
    /// - Parameters:
    ///   - due: Cards whose time has come, the most forgotten first.
    ///   - new: Cards never answered, in the order in which they should be introduced.
    ///   - limits: What is left of the day's limits.
    ///   - asked: Items of which a card was answered today.
    /// - Returns: The queue.
    package static func arrange(
        due: [QueueCandidate], new: [QueueCandidate], limits: DailyLimits,
        asked: Set<Item.ID> = []
    ) -> [QueueCandidate] {
        let steps = due.filter { $0.state?.phase != .review }
        let reviews = due.filter { $0.state?.phase == .review }.prefix(limits.reviews)
        var seen = asked.union((steps + reviews).map(\.card.item))
        let introduced = new.filter { seen.insert($0.card.item).inserted }.prefix(limits.new)
        return apart(steps + reviews + introduced)
    }

    /// Moves cards of one item apart while keeping the order otherwise.
    ///
    /// A card that comes too soon after a sibling waits until enough others have passed. When nothing
    /// else is left, the one whose sibling was asked longest ago comes next.
    package static func apart(_ candidates: [QueueCandidate]) -> [QueueCandidate] {
        var result: [QueueCandidate] = []
        result.reserveCapacity(candidates.count)
        // Only the items of the last few cards have cards waiting: the first one takes its place as
        // soon as it may.
        var waiting: [Item.ID: ArraySlice<QueueCandidate>] = [:]
        func takeWaiting(of item: Item.ID) -> Bool {
            guard let next = waiting[item]?.popFirst() else { return false }
            if waiting[item]?.isEmpty == true { waiting[item] = nil }
            result.append(next)
            return true
        }
        for candidate in candidates {
            while result.count > siblingDistance,
                takeWaiting(of: result[result.count - 1 - siblingDistance].card.item)
            {}
            let item = candidate.card.item
            if result.suffix(siblingDistance).contains(where: { $0.card.item == item }) {
                waiting[item, default: []].append(candidate)
            } else {
                result.append(candidate)
            }
        }
        while let rested = result.suffix(siblingDistance + 1)
            .first(where: { waiting[$0.card.item] != nil }),
            takeWaiting(of: rested.card.item)
        {}
        return result
    }
}
