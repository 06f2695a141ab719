/// A guide as it came in, before it is a file.
///
/// All texts are Markdown; what came as plain text is made so by ``Markdown/escaped(_:)``.
package struct DraftGuide: Hashable, Sendable {
    /// The class as it is shown; nil when what came in names none.
    package var className: String?
    package var unit: String?
    /// One line of plain text.
    package var term: String
    package var aliases: [String] = []
    /// Where the guide comes from; `pasted` marks text of others that is not passed on.
    package var sources: [String] = []
    package var definition: String?
    package var facts: [String] = []
    package var questions: [Question] = []
    /// Sentences with `[holes]`.
    package var clozes: [String] = []
    /// What makes no card, in its order.
    package var sections: [Section] = []

    package init(className: String? = nil, unit: String? = nil, term: String) {
        self.className = className
        self.unit = unit
        self.term = term
    }

    /// A review question.
    package struct Question: Hashable, Sendable {
        package var text: String
        /// Nil when what came in gives none: none is invented.
        package var answer: String?

        package init(_ text: String, answer: String? = nil) {
            self.text = text
            self.answer = answer
        }
    }

    /// A part that is kept for reading.
    package struct Section: Hashable, Sendable {
        package var title: String
        package var body: String

        package init(_ title: String, body: String) {
            self.title = title
            self.body = body
        }
    }

    /// The mark of text of others, which is never shipped and left out of exports unless asked for.
    package static let pasted = "pasted"

    /// Whether there is anything to learn in it.
    package var hasItems: Bool {
        definition != nil || !facts.isEmpty || !clozes.isEmpty
            || questions.contains { $0.answer != nil }
    }
}
