/// Asks for an answer in the learner's own words, to be held against the model answer.
enum FreeResponse {
    static func question(_ subject: Subject) -> Question {
        let prompt: Question.Prompt =
            subject.card.facet == .meaning ? .meaning : .question(subject.item.text)
        return subject.question(
            .freeResponse, topic: subject.shownTopic, prompt, .written)
    }
}
