/// Shows a definition with its term blanked out; the term is typed.
enum TypedTerm {
    static func question(_ subject: Subject) -> Question {
        let definition = TermBlanking.blank(subject.names, in: subject.item.text.plain)
        return subject.question(
            .typedTerm, topic: nil, .nameTerm(definition),
            .typed([Question.Blank(card: subject.card, accepted: subject.names.names)]),
            answer: Prose(plain: subject.topic.term))
    }
}
