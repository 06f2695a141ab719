/// A card put into words: what is shown, what is typed, what is right.
package struct Question: Hashable, Sendable {
    package let card: Card.ID
    package let form: Form
    /// The term the question is about, shown above the prompt; nil when it would give the answer away.
    package let topic: String?
    package let prompt: Prompt
    /// What is shown when the answer is.
    package let answer: Prose
    /// What counts as right when it is typed; empty for forms that the learner judges alone.
    package let accepted: [String]

    /// What is asked.
    package enum Prompt: Hashable, Sendable {
        /// Say what the topic means.
        case meaning
        /// Name the term that this text, with the term blanked out, defines.
        case nameTerm(String)
        /// Fill the gap in this text.
        case fillGap(String)
        /// Answer this question.
        case question(Prose)
        /// Tell a key fact about the topic, of which the beginning is shown.
        case fact(beginning: String)
    }

    package init(
        card: Card.ID, form: Form, topic: String?, prompt: Prompt, answer: Prose,
        accepted: [String] = []
    ) {
        self.card = card
        self.form = form
        self.topic = topic
        self.prompt = prompt
        self.answer = answer
        self.accepted = accepted
    }

    /// Whether the answer is typed and graded.
    package var isTyped: Bool { !accepted.isEmpty }

    /// Stands where something is left out; always of the same length, so that it tells nothing.
    package static let blank = "_____"
}
