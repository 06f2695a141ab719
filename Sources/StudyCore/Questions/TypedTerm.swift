/// Shows a definition with its term blanked out; the term is typed.
enum TypedTerm {
    static func question(_ subject: Subject) -> Question {
        Question(
            card: subject.card, form: .typedTerm, topic: subject.topic,
            prompt: .nameTerm(TermBlanking.blank(subject.names, in: subject.item.text.plain)),
            answer: Prose(plain: subject.term), accepted: subject.names.names)
    }
}
