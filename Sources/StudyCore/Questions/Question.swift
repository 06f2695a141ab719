/// A card put into words: what is shown, how it is answered, what is right.
package struct Question: Hashable, Sendable {
    /// The card whose turn it is.
    package let card: Card.ID
    package let form: Form
    /// The term the question is about, shown above the prompt; nil when it would give the answer away.
    package let topic: String?
    package let prompt: Prompt
    package let response: Response
    /// What is shown when the answer is.
    package let answer: Prose

    /// What is asked.
    package enum Prompt: Hashable, Sendable {
        /// Say what the topic means.
        case meaning
        /// Name the term that this text, with the term blanked out, defines.
        case nameTerm(String)
        /// Fill the gaps in this text, numbered when there are several.
        case fillGaps(String)
        /// Answer this question.
        case question(Prose)
        /// Tell a key fact about the topic, of which the beginning is shown.
        case fact(beginning: String)
        /// Choose the term that this text defines.
        case chooseTerm(String)
        /// Choose what the topic means.
        case chooseDefinition
        /// Choose what is true of the topic.
        case chooseFact
        /// Say whether this is what the topic means, or else true of it.
        case isTrue(String, isDefinition: Bool)
        /// Say which definition belongs to which term.
        case match
        /// Tell all key facts about the topic.
        case listFacts
        /// Name the terms of these definitions, which have been taken for each other.
        case tellApart([String])
    }

    package init(
        card: Card.ID, form: Form, topic: String?, prompt: Prompt, response: Response,
        answer: Prose
    ) {
        self.card = card
        self.form = form
        self.topic = topic
        self.prompt = prompt
        self.response = response
        self.answer = answer
    }

    /// Stands where something is left out; always of the same length, so that it tells nothing.
    package static let blank = "_____"

    /// The cards that the answer says something of, the one whose turn it is first.
    package var cards: [Card.ID] {
        let others: [Card.ID] =
            switch response {
            case .judged, .written, .choice: []
            case .typed(let blanks): blanks.map(\.card)
            case .pairs(let pairs): pairs.cards
            case .list(let points): points.map(\.card)
            }
        var seen: Set<Card.ID> = [card]
        return [card] + others.filter { seen.insert($0).inserted }
    }
}
