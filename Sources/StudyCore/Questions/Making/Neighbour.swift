/// Another term, as near as a learner may take it for the one that is asked.
package struct Neighbour: Hashable, Sendable {
    /// What makes it near; the nearest first.
    package enum Closeness: Int, Comparable, Hashable, Sendable {
        /// The learner took one for the other.
        case mixedUp
        /// The guide names it as a likely mistake, or is named by it.
        case confusedWith
        case sameUnit
        /// Of the class, by the likeness of the definitions.
        case sameClass
        case library

        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    package let topic: Topic
    package let closeness: Closeness

    package init(topic: Topic, closeness: Closeness) {
        self.topic = topic
        self.closeness = closeness
    }
}

extension Neighbour {
    /// Puts other terms in the order in which they are wanted as wrong options.
    ///
    /// Inside a unit, the class and the library those come first whose definitions are most like the
    /// asked one's. Whoever calls hands in a bounded number of terms; this looks at each of them.
    ///
    /// - Parameters:
    ///   - topics: The other terms; the asked one is passed over, as is a second one of the same guide.
    ///   - own: The asked term.
    ///   - mixedUp: Guides that the learner took for the asked one.
    ///   - limit: How many at most.
    /// - Returns: The neighbours, the nearest first.
    package static func nearest(
        _ topics: [Topic], to own: Topic, mixedUp: Set<Guide.ID> = [], limit: Int
    ) -> [Neighbour] {
        let words = Wording(own.definition?.text.plain ?? own.term)
        var seen: Set<Guide.ID> = [own.guide]
        var ranked: [(neighbour: Neighbour, rank: Double)] = []
        for topic in topics where seen.insert(topic.guide).inserted {
            let closeness = closeness(of: topic, to: own, mixedUp: mixedUp)
            let rank: Double
            if closeness == .confusedWith {
                let place = own.confusedWith.firstIndex { topic.guide.termSlug == $0 }
                rank = -Double(place ?? own.confusedWith.count)
            } else {
                rank = words.likeness(to: Wording(topic.definition?.text.plain ?? topic.term))
            }
            ranked.append((Neighbour(topic: topic, closeness: closeness), rank))
        }
        let order = ranked.sorted {
            let (left, right) = ($0.neighbour, $1.neighbour)
            if left.closeness != right.closeness { return left.closeness < right.closeness }
            if $0.rank != $1.rank { return $0.rank > $1.rank }
            return left.topic.guide < right.topic.guide
        }
        return order.prefix(max(0, limit)).map(\.neighbour)
    }

    private static func closeness(
        of topic: Topic, to own: Topic, mixedUp: Set<Guide.ID>
    ) -> Closeness {
        if mixedUp.contains(topic.guide) { return .mixedUp }
        if own.isConfused(with: topic) || topic.isConfused(with: own) { return .confusedWith }
        guard topic.guide.classSlug == own.guide.classSlug else { return .library }
        return own.unit != nil && topic.unit == own.unit ? .sameUnit : .sameClass
    }
}

extension Topic {
    /// Whether the guide names the other one, by its term or an alias, as a likely mistake.
    fileprivate func isConfused(with other: Topic) -> Bool {
        guard !confusedWith.isEmpty else { return false }
        if confusedWith.contains(other.guide.termSlug) { return true }
        return other.names.names.contains { confusedWith.contains(slug($0)) }
    }
}
