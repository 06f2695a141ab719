package import StudyCore

extension ModelAnswer.Source {
    /// The model answer to a question that is answered in the learner's own words, with what stands around it.
    ///
    /// - Parameters:
    ///   - question: The question.
    ///   - subject: The card that was asked, with the terms around it.
    ///   - accepted: Answers of the learner's own that count for the card.
    ///   - others: Model answers to other questions of the guide and of those near it, which must not pass
    ///     for this one.
    package init(
        _ question: Question, about subject: Subject, accepted: [String], others: [String]
    ) {
        self.init(question.answer.plain, about: subject, accepted: accepted, others: others)
        if case .question(let prose) = question.prompt {
            self.question = prose.plain
        } else {
            // A definition must not be taken from another term's, nor from what else is known of its own.
            let statements = subject.near.compactMap(\.definition) + subject.topic.facts
            neighbours += statements.map(\.text.plain)
        }
    }

    /// One text that is to be told, with the names of its guide and of those near it.
    init(_ text: String, about subject: Subject, accepted: [String], others: [String]) {
        let names = subject.names.names
        self.init(
            question: "", answer: text, accepted: accepted,
            aliases: ([names] + subject.near.map(\.names.names)).filter { $0.count > 1 },
            given: names, neighbours: others)
    }
}

extension Subject {
    /// The terms that answers are most easily mixed up with: those it is mistaken for, and its unit's.
    package var near: [Topic] {
        neighbours.filter { $0.closeness <= .sameUnit }.map(\.topic)
    }
}
