extension Question {
    /// How a question is answered, with what is right.
    package enum Response: Hashable, Sendable {
        /// Thought of, turned over and rated by the learner.
        case judged
        /// Written in the learner's own words and held against the model answer.
        case written
        /// One text typed for each blank.
        case typed([Blank])
        /// One of several options picked.
        case choice(Choice)
        /// Each term given its definition.
        case pairs(Pairs)
        /// Several points told in any order.
        case list([Point])
    }

    /// A place where something is typed.
    package struct Blank: Hashable, Sendable {
        /// The card that is tested by it.
        package let card: Card.ID
        /// What counts as right, what is shown as right first.
        package let accepted: [String]

        package init(card: Card.ID, accepted: [String]) {
            self.card = card
            self.accepted = accepted
        }
    }

    /// Options of which one is right.
    package struct Choice: Hashable, Sendable {
        package struct Option: Hashable, Sendable {
            package let text: String
            /// The term it is said of, or is; what the log notes when it is picked.
            package let term: String

            package init(text: String, term: String) {
                self.text = text
                self.term = term
            }
        }

        package let options: [Option]
        /// Index of the right one.
        package let right: Int

        package init(options: [Option], right: Int) {
            self.options = options
            self.right = right
        }
    }

    /// Terms and definitions to be brought together.
    package struct Pairs: Hashable, Sendable {
        package let terms: [String]
        /// The definitions with their terms blanked out, in another order.
        package let definitions: [String]
        /// For each term the index of its definition.
        package let key: [Int]
        /// For each term the card that is tested by it.
        package let cards: [Card.ID]

        package init(terms: [String], definitions: [String], key: [Int], cards: [Card.ID]) {
            self.terms = terms
            self.definitions = definitions
            self.key = key
            self.cards = cards
        }
    }

    /// One of the things to be told in a list.
    package struct Point: Hashable, Sendable {
        package let card: Card.ID
        package let text: Prose

        package init(card: Card.ID, text: Prose) {
            self.card = card
            self.text = text
        }
    }
}
