/// An item asked in one direction: what the scheduler schedules.
package enum Card {
    /// A card's identity: its item's, and the direction.
    package struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
        package let item: Item.ID
        package let facet: Facet

        package init(item: Item.ID, facet: Facet) {
            self.item = item
            self.facet = facet
        }

        /// Reads what `description` writes, and nothing else; nil when there is no item, `/` or facet.
        package init?(_ text: String) {
            guard let slash = text.lastIndex(of: "/"), slash > text.startIndex,
                let facet = Facet(rawValue: String(text[text.index(after: slash)...]))
            else { return nil }
            self.init(item: Item.ID(String(text[..<slash])), facet: facet)
        }

        package var description: String { "\(item)/\(facet.rawValue)" }

        package static func < (left: ID, right: ID) -> Bool {
            (left.item, left.facet) < (right.item, right.facet)
        }
    }

    /// The direction in which an item is asked.
    package enum Facet: Hashable, Comparable, Sendable, RawRepresentable {
        /// A definition, asked by its term: say what it means.
        case meaning
        /// A definition, shown: name the term.
        case term
        /// A key fact.
        case fact
        /// A review question.
        case answer
        /// The nth hole of a cloze, from 1.
        case hole(Int)

        package var rawValue: String {
            switch self {
            case .meaning: "meaning"
            case .term: "term"
            case .fact: "fact"
            case .answer: "answer"
            case .hole(let number): "hole\(number)"
            }
        }

        package init?(rawValue: String) {
            switch rawValue {
            case "meaning": self = .meaning
            case "term": self = .term
            case "fact": self = .fact
            case "answer": self = .answer
            default:
                guard rawValue.hasPrefix("hole"), let number = Int(rawValue.dropFirst(4)),
                    number > 0, rawValue == "hole\(number)"
                else { return nil }
                self = .hole(number)
            }
        }
    }
}
