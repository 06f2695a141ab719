/// Asks a card as a flashcard that the learner judges: shown, turned over, rated.
enum Flashcard {
    /// How much of a fact is shown, in words, when it is asked by its beginning.
    private static let beginning = 4

    static func question(_ subject: Subject) -> Question {
        let item = subject.item
        let prompt: Question.Prompt
        var answer: Prose?
        switch subject.card.facet {
        case .meaning:
            prompt = .meaning
        case .term:
            prompt = .nameTerm(TermBlanking.blank(subject.names, in: item.text.plain))
            answer = Prose(plain: subject.topic.term)
        case .fact:
            prompt = .fact(beginning: firstWords(of: item.text.plain))
        case .answer:
            prompt = .question(item.text)
        case .hole(let number):
            prompt = .fillGaps(Cloze.text(of: item, withHole: number))
            answer = item.text
        }
        return subject.question(
            .flashcard, topic: subject.shownTopic, prompt, .judged, answer: answer)
    }

    /// The first words of a text, never more than half of them.
    private static func firstWords(of text: String) -> String {
        let tokens = Token.tokens(in: text)
        let count = min(beginning, tokens.count / 2)
        guard count > 0 else { return "" }
        let end = tokens[count - 1].range.upperBound
        return String(decoding: Array(text.utf8.prefix(end)), as: UTF8.self)
    }
}
