internal import StudyCore

/// A model answer made ready for comparing; making it costs more than one grading.
package struct ModelAnswer: Sendable {
    /// What counts as an answer to a question, and what is known around it.
    package struct Source: Hashable, Sendable {
        package var question: String
        package var answer: String
        /// What the learner had typed when overruling a grade: it counts as an answer of its own.
        package var accepted: [String]
        /// Names that stand for one another, such as *cost per mille* and *CPM*, a group each.
        package var aliases: [[String]]
        /// Words that everybody in the room knows, such as the guide's own term; they count little.
        package var given: [String]
        /// Answers to other questions that must not pass for this one.
        ///
        /// Those of the same guide, of guides it is mistaken for, of the same unit: they show what the
        /// vocabulary of the class earns alone.
        package var neighbours: [String]

        package init(
            question: String, answer: String, accepted: [String] = [], aliases: [[String]] = [],
            given: [String] = [], neighbours: [String] = []
        ) {
            self.question = question
            self.answer = answer
            self.accepted = accepted
            self.aliases = aliases
            self.given = given
            self.neighbours = neighbours
        }
    }

    let question: Reading
    let reading: Reading
    let profile: CharacterProfile
    /// Stems that the question gives away.
    let given: Set<String>
    /// What each word counts, by its place; nought for words of grammar.
    let weights: [Double]
    /// Whether the question leaves anything to say.
    let hasNews: Bool
    let points: [Point]
    let accepted: [Wording]
    let aliases: Aliases
    /// What an answer of full length earns by the vocabulary of the class alone, 0–1.
    var chance = 0.0

    /// A claim: its words, and its share of the whole.
    struct Point: Sendable {
        let places: Range<Int>
        let text: String
        let range: Range<Int>
        let share: Double
    }

    /// An accepted answer, with what its words count.
    struct Wording: Sendable {
        let lexemes: [Lexeme]
        let weights: [Double]
        let profile: CharacterProfile
    }
}
