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
        let mistakes = Mistakes(of: own, among: topics)
        var seen: Set<Guide.ID> = [own.guide]
        var ranked: [(neighbour: Neighbour, rank: Double)] = []
        for topic in topics where seen.insert(topic.guide).inserted {
            let closeness = closeness(of: topic, to: own, mistakes, mixedUp: mixedUp)
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
        of topic: Topic, to own: Topic, _ mistakes: Mistakes, mixedUp: Set<Guide.ID>
    ) -> Closeness {
        if mixedUp.contains(topic.guide) { return .mixedUp }
        if mistakes.include(topic) { return .confusedWith }
        guard topic.guide.classSlug == own.guide.classSlug else { return .library }
        return own.unit != nil && topic.unit == own.unit ? .sameUnit : .sameClass
    }

    /// Which terms the guides themselves name as likely mistakes.
    private struct Mistakes {
        private let named: Set<String>
        /// Those of them that are no term here, and so may be the alias of one.
        private let aliases: Set<String>
        private let ownSlugs: Set<String>

        init(of own: Topic, among topics: [Topic]) {
            named = Set(own.confusedWith)
            aliases = named.subtracting(topics.map(\.guide.termSlug))
            ownSlugs = Set(own.names.names.map { slug($0) }).union([own.guide.termSlug])
        }

        /// Whether the asked guide names a term, or is named by it.
        func include(_ topic: Topic) -> Bool {
            named.contains(topic.guide.termSlug)
                || topic.confusedWith.contains(where: ownSlugs.contains)
                || !aliases.isEmpty && topic.names.names.contains { aliases.contains(slug($0)) }
        }
    }
}
