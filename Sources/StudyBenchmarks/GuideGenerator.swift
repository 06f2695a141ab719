import FSRS

/// Writes guides of about 2.5 KB each, as many as wanted: the same seed, the same bytes.
///
/// A guide has all the format has: front matter, a definition, five facts, five questions with nested
/// answers, some emphasis and links, and a kept section.
struct GuideGenerator {
    /// A generated file.
    struct File {
        /// Relative to the library's folder: class, unit, guide.
        var path: String
        var text: String
    }

    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// The guides `0..<count`, one hundred to a unit and ten units to a class.
    mutating func files(_ count: Int) -> [File] {
        (0..<count).map { number in
            let unit = number / 100 % 10 + 1
            let course = number / 1_000 + 1
            return File(
                path: "class-\(course)/unit-\(unit)/\(Self.term(number)).md",
                text: guide(number, unit: unit, course: course))
        }
    }

    private static func term(_ number: Int) -> String {
        let first = words[number % words.count]
        let second = words[number / words.count % words.count]
        return "\(first)-\(second)-\(number)"
    }

    private mutating func guide(_ number: Int, unit: Int, course: Int) -> String {
        let neighbour = number % 100 == 99 ? number - 1 : number + 1
        var text = """
            ---
            class: Class \(course)
            unit: Unit \(unit)
            aliases: [\(word()) \(word()), "\(word()) (\(word()))"]
            confused-with: [\(Self.term(neighbour))]
            sources:
              - \(sentence(6)) (2024)
              - "\(word()): \(sentence(4))"
            ---
            # \(Self.term(number).split(separator: "-").joined(separator: " "))

            ## Definition

            A **\(word()) \(word())** is \(sentence(22)). It \(sentence(14)).

            ## Key facts


            """
        for fact in 1...5 {
            text += "\(fact). \(sentence(9)) *\(word())* \(sentence(8)), some \(next(90) + 10) %.\n"
        }
        text += "\n## Review questions\n\n"
        for _ in 1...5 {
            text += "- How does \(sentence(8))?\n"
            text += "  - It \(sentence(13)). \(sentence(12)).\n"
        }
        text +=
            "\n## See also\n\n[\(word()) \(word())](https://example.org/\(word())) \(sentence(8)).\n"
        return text
    }

    private mutating func sentence(_ count: Int) -> String {
        (0..<count).map { _ in word() }.joined(separator: " ")
    }

    private mutating func word() -> String {
        Self.words[next(Self.words.count)]
    }

    private mutating func next(_ bound: Int) -> Int {
        Int(random.next() % UInt64(bound))
    }

    private static let words = """
        audience brand campaign channel content contract creator culture demand digital editor
        engagement format growth influence interest journal label licence market measure media
        message model network niche outlet partner platform price product profit promotion public
        publisher rate reach regulation rights royalty sales share sponsor station story strategy
        stream studio subscriber survey syndicate talent target tension theory touring trade trend
        union value venture viewer visual voice volume website window writer yield
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
