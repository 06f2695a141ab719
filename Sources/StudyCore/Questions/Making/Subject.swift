/// A card with the text it asks for and the terms around it: what a question is made from.
package struct Subject: Hashable, Sendable {
    package let card: Card.ID
    package let item: Item
    /// The card's own guide.
    package let topic: Topic
    /// Terms that may be mistaken for the card's, the nearest first.
    package let neighbours: [Neighbour]

    package init(card: Card.ID, item: Item, topic: Topic, neighbours: [Neighbour] = []) {
        self.card = card
        self.item = item
        self.topic = topic
        self.neighbours = neighbours
    }

    package var names: TermNames { topic.names }

    /// The term as it stands above the prompt; nil when it would give the answer away.
    var shownTopic: String? {
        switch card.facet {
        case .meaning, .fact, .answer: return topic.term
        case .term: return nil
        case .hole(let number):
            guard let hole = item.hole(number).map(item.text.plain.slice) else {
                return topic.term
            }
            return TermBlanking.blank(names, in: hole) == hole ? topic.term : nil
        }
    }

    /// A question about this card.
    func question(
        _ form: Form, topic: String?, _ prompt: Question.Prompt, _ response: Question.Response,
        answer: Prose? = nil
    ) -> Question {
        Question(
            card: card, form: form, topic: topic, prompt: prompt, response: response,
            answer: answer ?? item.answer ?? item.text)
    }
}
