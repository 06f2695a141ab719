internal import FSRS

/// Which wrong options are fair: near enough to be taken for right, and certainly wrong.
struct Distractors {
    /// Options looked at for one question.
    private static let most = 10
    /// Facts taken from one neighbour.
    private static let factsPerTopic = 2
    /// Terms among which a statement is said of one that is not its own.
    private static let falseTopics = 3

    private let subject: Subject
    /// The asked statement.
    private let own: Passage
    private let fairness: Fairness

    /// Makes ready to look for options beside a statement of the subject's own guide.
    init(for subject: Subject, own: Passage) {
        self.subject = subject
        self.own = own
        fairness = Fairness(of: subject.topic)
    }

    /// Terms that the statement could be taken to define.
    ///
    /// A term that stands in the statement would be no temptation.
    func terms() -> [Distractor] {
        take { topic in
            topic.names.pattern.matches(own) ? [] : [.init(text: topic.term, term: topic.term)]
        }
    }

    /// Definitions that could be taken for the asked term's.
    func definitions() -> [Distractor] {
        take { topic in
            guard let definition = topic.definition.map({ Passage($0.text.plain) }),
                Fairness.areOfOneLength(own.text, definition.text),
                fairness.isOtherMeaning(definition)
            else { return [] }
            return [.init(text: topic.names.pattern.blank(definition), term: topic.term)]
        }
    }

    /// Facts that could be taken for the asked term's, drawn where a neighbour has several.
    func facts(using generator: inout some RandomNumberGenerator) -> [Distractor] {
        // A generator of its own, since a closure cannot hold the one handed in.
        var generator = SeededGenerator(seed: generator.next())
        let known = fairness.known
        return take { topic in
            let pattern = topic.names.pattern
            var options: [Question.Choice.Option] = []
            for fact in topic.facts.shuffled(using: &generator)
            where options.count < Self.factsPerTopic {
                guard Fairness.areOfOneLength(own.text, fact.text.plain) else { continue }
                let passage = Passage(fact.text.plain)
                if Fairness.tells(passage, pattern), fairness.isFalse(passage, besides: known) {
                    options.append(.init(text: pattern.blank(passage), term: topic.term))
                }
            }
            return options
        }
    }

    /// The nearest terms of which the statement is false, all equally near.
    ///
    /// - Parameter isDefinition: Whether the statement says what its own term means.
    /// - Returns: At most three.
    func falseTopics(isDefinition: Bool) -> [Neighbour] {
        var found: [Neighbour] = []
        for neighbour in subject.neighbours where found.count < Self.falseTopics {
            // Farther ones are no temptation when there are nearer ones.
            if let nearest = found.first, neighbour.closeness != nearest.closeness { break }
            guard fairness.differs(from: neighbour.topic) else { continue }
            let other = Fairness(of: neighbour.topic)
            if isDefinition ? other.isOtherMeaning(own) : other.isFalse(own, besides: other.known) {
                found.append(neighbour)
            }
        }
        return found
    }

    /// Options of the neighbours in their order, as many as are looked at.
    private func take(_ options: (Topic) -> [Question.Choice.Option]) -> [Distractor] {
        var taken: [Distractor] = []
        var texts: Set<String> = []
        for neighbour in subject.neighbours where taken.count < Self.most {
            guard fairness.differs(from: neighbour.topic) else { continue }
            for option in options(neighbour.topic) where texts.insert(option.text).inserted {
                taken.append(Distractor(option: option, closeness: neighbour.closeness))
            }
        }
        return taken
    }
}
