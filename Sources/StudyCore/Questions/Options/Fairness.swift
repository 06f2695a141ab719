/// What makes an option that is said to be wrong certainly wrong.
package struct Fairness: Sendable {
    /// Texts that have this share of their words in common say the same.
    private static let likeness = 0.5
    /// A text that has this share of its words from another one says part of the same.
    private static let containment = 0.75
    /// Definitions of different terms mean the same only if nearly all their words are the same,
    /// *gives* and *takes* among them: an acid and a base are told apart by no more.
    private static let sameMeaning = 0.8
    /// How many times as long as the right option a text may be, and the other way round.
    private static let lengthRatio = 2.0

    private let topic: Topic
    private let pattern: TermBlanking.Pattern
    private let nameWords: Wording
    private let nameKeys: Set<[UInt8]>
    private let definition: Wording?

    /// Makes ready to hold statements against a term and all that is said of it.
    package init(of topic: Topic) {
        self.topic = topic
        pattern = topic.names.pattern
        nameWords = Wording(topic.term)
        nameKeys = topic.names.keys
        definition = topic.definition.map { Wording($0.text.plain, hasGrammar: true) }
    }

    /// What is known of the term, for holding many texts against it.
    package var known: [Wording] { topic.statements.map { Wording($0.text.plain) } }

    /// Whether a text is certainly no statement about the term: it does not name it, and nothing
    /// that is known of the term says nearly the same.
    package func isFalse(_ passage: Passage, besides known: [Wording]) -> Bool {
        !known.contains { Self.saySame($0, passage.wording) } && !pattern.matches(passage)
    }

    /// Whether a definition is certainly not the term's: it does not name it, and means another thing.
    package func isOtherMeaning(_ passage: Passage) -> Bool {
        !pattern.matches(passage) && !isDefined(by: passage.text)
    }

    private func isDefined(by text: String) -> Bool {
        guard let definition else { return false }
        return definition.likeness(to: Wording(text, hasGrammar: true)) >= Self.sameMeaning
    }

    /// Whether another term can be told from this one: no common name, neither a kind of the other,
    /// and another meaning.
    ///
    /// What is said of *influencer* may be true of *micro-influencer*.
    package func differs(from other: Topic) -> Bool {
        guard topic.guide != other.guide else { return false }
        let others = Wording(other.term)
        let shared = nameWords.shared(with: others)
        guard shared < nameWords.count, shared < others.count,
            nameKeys.isDisjoint(with: other.names.keys)
        else { return false }
        return !isDefined(by: other.definition?.text.plain ?? "")
    }

    /// Whether a fact makes a claim by which its term is told from others: its name, a figure, or
    /// the name of somebody or something.
    package static func tells(_ fact: Passage, _ names: TermBlanking.Pattern) -> Bool {
        let isTelling = fact.tokens.contains { token in
            token.isFigure
                || token.isCapitalised && token.text.count > 1
                    && !Cloze.startsSentence(token, in: fact.text)
        }
        return isTelling || names.matches(fact)
    }

    /// Whether two texts say nearly the same, by their words.
    package static func saySame(_ one: Wording, _ other: Wording) -> Bool {
        guard !one.isEmpty, !other.isEmpty else { return false }
        let shared = Double(one.shared(with: other))
        return shared >= containment * Double(min(one.count, other.count))
            || one.likeness(to: other) >= likeness
    }

    /// Whether two texts are of one class of length, so that neither stands out.
    package static func areOfOneLength(_ one: String, _ other: String) -> Bool {
        let lengths = [one.utf8.count, other.utf8.count].map { Double(max(1, $0)) }.sorted()
        return lengths[1] <= lengthRatio * lengths[0]
    }
}
