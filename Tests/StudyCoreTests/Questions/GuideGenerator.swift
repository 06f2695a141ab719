import FSRS
import StudyCore

/// Makes guides by chance: terms of one to four words, hyphens, figures, capitals, accents, facts
/// that repeat each other, and guides that lack what most have.
struct GuideGenerator {
    private var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    func guides(_ count: Int) -> [Guide] {
        var maker = self
        return (0..<count).map { maker.guide($0) }
    }

    private static let nouns = """
        market audience rating licence channel copy fee window tier spread signal tariff quota
        circuit vessel glacier enzyme sonnet treaty ledger bond valve reef orbit canal theorem café
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    private static let adjectives = """
        micro open hybrid marginal vertical dual native blind cold annual federal linear over-the-top
        mixed neutral
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    private static let verbs = [
        "divides", "measures", "limits", "replaces", "pays", "carries", "describes", "transfers",
        "delays", "connects",
    ]
    private static let names = [
        "Nielsen", "Congress", "the New York Times", "Marie Curie", "Instagram", "the EU",
        "Beyoncé", "P&A",
    ]

    private mutating func any(_ words: [String]) -> String {
        words.randomElement(using: &generator) ?? ""
    }

    private mutating func chance(_ share: Double) -> Bool { generator.unit() < share }

    private mutating func guide(_ number: Int) -> Guide {
        let noun = any(Self.nouns)
        let adjective = any(Self.adjectives)
        let term =
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: noun
            case 1: "\(adjective)-\(noun)"
            case 2: "\(adjective) \(noun) \(any(Self.nouns))"
            case 3: "\(noun) and \(any(Self.nouns))"
            case 4: "\(any(Self.nouns).uppercased().prefix(3))\(number)"
            default: "\(adjective) \(noun)"
            }
        var items: [Item] = []
        if !chance(0.05) {
            items.append(
                Item(
                    kind: .definition,
                    text: Prose(plain: "A \(term) is \(sentence(words: 8...26)).")))
        }
        for _ in 0..<Int.random(in: 0...7, using: &generator) {
            let subject = chance(0.4) ? "The \(term)" : chance(0.5) ? any(Self.names) : "It"
            items.append(
                Item(
                    kind: .fact,
                    text: Prose(
                        plain: "\(subject) \(any(Self.verbs)) \(sentence(words: 4...30)).")))
        }
        items.append(
            Item(
                kind: .question, text: Prose(plain: "Why \(sentence(words: 3...9))?"),
                answer: Prose(plain: "Because \(sentence(words: 10...40)).")))
        let unit = number < 3 ? "Tiny" : "Unit \(number % 9)"
        return Guide(
            id: Guide.ID(
                classSlug: number % 3 == 0 ? "arts" : "science", termSlug: "term-\(number)"),
            path: "\(number).md", className: "Made", unit: chance(0.1) ? nil : unit, term: term,
            aliases: chance(0.3) ? ["\(term) \(number)"] : [],
            confusedWith: chance(0.5) ? ["term-\((number + 9) % 200)"] : [], items: items)
    }

    private mutating func sentence(words: ClosedRange<Int>) -> String {
        (0..<Int.random(in: words, using: &generator)).map { _ in
            switch Int.random(in: 0..<12, using: &generator) {
            case 0: "\(Int.random(in: 1...90_000, using: &generator))"
            case 1: "\(Int.random(in: 1...99, using: &generator))%"
            case 2: any(Self.names)
            case 3, 4: any(["the", "of", "and", "with", "for", "which", "a"])
            case 5, 6: any(Self.verbs)
            case 7, 8: any(Self.adjectives)
            default: any(Self.nouns)
            }
        }.joined(separator: " ")
    }
}
