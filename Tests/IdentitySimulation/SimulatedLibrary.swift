import FSRS
package import StudyCore

/// An item that knows which items of the first day it truly is.
struct SimulatedItem: Hashable, Sendable {
    /// Which line of its guide it is, whatever is written on it: what a merge of two versions goes by.
    var key = 0
    /// The items whose memory it may rightly inherit: one as a rule, two after a merger, none if new.
    var truths: Set<Int>
    /// The items that it was copied from: it is rightly theirs once they are gone, having moved here.
    var originals: Set<Int> = []
    var kind: Item.Kind
    var text: String
    var answer: String?
}

struct SimulatedGuide: Hashable, Sendable {
    /// Which guide it is, whatever becomes of it.
    var key = 0
    var className: String
    var term: String
    var path: String
    var items: [SimulatedItem]
    /// Items on the topic that were held back, to be inserted later; they are strangers to the library.
    var strangers: [SimulatedItem] = []

    var sightings: [Sighting] {
        let id = Guide.ID(classSlug: slug(className), termSlug: slug(term))
        return items.enumerated().map { ordinal, item in
            Sighting(
                guide: id, path: path, kind: item.kind, text: item.text, answer: item.answer,
                ordinal: ordinal)
        }
    }
}

/// The guides of a library on one day.
package struct SimulatedLibrary: Hashable, Sendable {
    var guides: [SimulatedGuide]

    package var items: Int { guides.reduce(0) { $0 + $1.items.count } }
    package var isEmpty: Bool { guides.isEmpty }
    var allItems: [SimulatedItem] { guides.flatMap(\.items) }
    package var sightings: [Sighting] { guides.flatMap(\.sightings) }
    package var files: Set<String> { Set(guides.map(\.path)) }

    /// Guides whose items know their truths already.
    init(guides: [SimulatedGuide]) {
        self.guides = guides
    }

    /// Numbers the items of the first day, each its own truth.
    init(_ guides: [SimulatedGuide]) {
        self.init(guides: guides)
        var number = 0
        for guide in self.guides.indices {
            self.guides[guide].key = guide + 1
            for item in self.guides[guide].items.indices {
                number += 1
                self.guides[guide].items[item].truths = [number]
                self.guides[guide].items[item].key = number
            }
            for stranger in self.guides[guide].strangers.indices {
                number += 1
                self.guides[guide].strangers[stranger].key = number
            }
        }
    }

    package static func natural(guides count: Int, seed: UInt64) -> SimulatedLibrary {
        var random = SeededGenerator(seed: seed)
        return SimulatedLibrary(
            (0..<count).map { number in
                let prose = NaturalProse(term: "\(term(number)) principle", using: &random)
                return guide(
                    number, term: prose.term, definition: prose.definition(using: &random),
                    facts: (0..<8).map { _ in prose.fact(using: &random) },
                    questions: (0..<5).map { _ in prose.question(using: &random) })
            })
    }

    package static func templated(guides count: Int, seed: UInt64) -> SimulatedLibrary {
        var random = SeededGenerator(seed: seed)
        return SimulatedLibrary(
            (0..<count).map { number in
                let prose = TemplatedProse(term: "\(term(number)) index", using: &random)
                return guide(
                    number, term: prose.term, definition: prose.definition(using: &random),
                    facts: (0..<8).map { _ in prose.fact(using: &random) },
                    questions: (0..<5).map { _ in prose.question(using: &random) })
            })
    }

    /// Only the first guides.
    package func first(_ count: Int) -> SimulatedLibrary {
        SimulatedLibrary(guides: Array(guides.prefix(count)))
    }

    private static func term(_ number: Int) -> String {
        let syllables = ["ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te"]
        return "\(syllables[number % 12])\(syllables[number / 12 % 12])ran\(number / 144)"
    }

    private static func guide(
        _ number: Int, term: String, definition: String, facts: [String],
        questions: [(String, String)]
    ) -> SimulatedGuide {
        let facts = facts.map { SimulatedItem(truths: [], kind: .fact, text: $0) }
        let questions = questions.map {
            SimulatedItem(truths: [], kind: .question, text: $0.0, answer: $0.1)
        }
        let className = "Class \(number % 3 + 1)"
        return SimulatedGuide(
            className: className, term: term, path: "\(slug(className))/\(slug(term)).md",
            items: [SimulatedItem(truths: [], kind: .definition, text: definition)]
                + facts.prefix(5) + questions.prefix(3),
            strangers: Array(facts.dropFirst(5)) + Array(questions.dropFirst(3)))
    }
}
