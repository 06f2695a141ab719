import StudyExchange
import Testing

/// A way in which pages are damaged on their way through browsers and clipboards.
enum Damage: String, CaseIterable {
    case none, lostIndent, lostMarks, blankLines, lostBlankLines, noBreakSpaces, returns, doubled,
        truncated, curlyQuotes, tabs, byteOrderMark, direction, softHyphens, wideIndent

    func applied(to text: String, cut: Int) -> String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func each(_ change: (String) -> String) -> String {
            lines.map(change).joined(separator: "\n")
        }
        func trimmed(_ line: String) -> String { String(line.drop { $0 == " " || $0 == "\t" }) }
        switch self {
        case .none: return text
        case .lostIndent: return each(trimmed)
        case .lostMarks:
            return each { $0.replacing(/^(\s*)(?:[•\-–*o]|\d+[.)])\s+/) { String($0.1) } }
        case .blankLines: return lines.joined(separator: "\n\n")
        case .lostBlankLines: return lines.filter { !$0.isEmpty }.joined(separator: "\n")
        case .noBreakSpaces: return text.replacing(" ", with: "\u{A0}")
        case .returns: return lines.joined(separator: "\r\n")
        case .doubled: return each { "\($0)\n\($0)" }
        case .truncated: return String(text.prefix(text.count * cut / 10))
        case .curlyQuotes: return text.replacing("'", with: "\u{2019}")
        case .tabs: return text.replacing("  ", with: "\t")
        case .byteOrderMark: return "\u{FEFF}" + text
        case .direction: return each { "\u{202A}\($0)\u{202C}\u{200E}" }
        case .softHyphens: return text.replacing("tion", with: "ti\u{AD}on")
        case .wideIndent: return text.replacing("  ", with: "\u{3000}")
        }
    }
}

@Suite("Damaged pages")
struct PageMutationTests {
    static let damages = Damage.allCases.flatMap { damage in
        damage == .truncated ? (1...9).map { (damage, $0) } : [(damage, 10)]
    }

    @Test(
        "Every line is used, noise or reported, and every used line is in a guide",
        arguments: damages)
    func accounted(damage: Damage, cut: Int) throws {
        for name in PageFixtureTests.names {
            let isJoined = damage == .none || damage == .lostIndent
            for other in isJoined ? ["", try PageFixtureTests.text("newer")] : [""] {
                let text = damage.applied(
                    to: try PageFixtureTests.text(name) + other, cut: cut)
                guard let reading = try? readText(Array(text.utf8)) else { continue }
                check(reading, text, "\(name) \(damage) \(cut)")
            }
        }
    }

    private func check(_ reading: TextReading, _ text: String, _ name: String) {
        let count = text.split(omittingEmptySubsequences: false) { $0.isNewline }.count
        #expect(reading.lines.count == count || reading.lines.count == count - 1, "\(name)")
        let guides = reading.guides.map {
            words(of: GuideMarkdown.file([$0], className: $0.className ?? ""))
        }.reduce(into: Set<String>()) { $0.formUnion($1) }
        for line in reading.lines {
            #expect(
                (line.fate == .blank) == !line.text.contains {
                    !$0.isWhitespace && !isInvisible($0)
                }, "\(name)")
            guard line.fate == .used else { continue }
            // Words of headings that say where something belongs are in no guide by themselves.
            let missing = words(of: line.text).subtracting(guides).subtracting(Self.headingWords)
            #expect(missing.isEmpty, "\(name): \(line.text): \(missing.sorted())")
        }
    }

    private static let headingWords: Set<String> = [
        "from", "class", "definition", "facts", "must", "know", "for", "your", "next", "test",
        "review", "questions", "key", "term", "congrats", "on", "reading", "the", "of", "now",
        "let's", "actually", "learn", "it", "lets", "coastal", "science", "5", "3", "let",
        "points", "practice",
    ]

    private func isInvisible(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
    }

    private func words(of text: String) -> Set<String> {
        let clean = text.replacing("\u{AD}", with: "").replacing(#/\]\([^()]*\)/#, with: "]")
            // Signs of names are written by their numbers.
            .replacing(#/\\x[0-9A-F]{2}/#, with: " ")
            .replacing("\\", with: "").replacing(#/^\s*o\s/#, with: "")
        return Set(
            clean.lowercased().replacing("\u{2019}", with: "'")
                .split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
                .filter { $0.count > 1 })
    }

    @Test(
        "Damage to marks, blanks and signs takes nothing from a page",
        arguments: Damage.allCases.filter { $0 != .truncated && $0 != .curlyQuotes })
    func kept(damage: Damage) throws {
        let whole = try readText(Array(PageFixtureTests.text("typical").utf8)).guides
        let text = damage.applied(to: try PageFixtureTests.text("typical"), cut: 10)
        let guides = try readText(Array(text.utf8)).guides
        #expect(guides.map(\.term) == whole.map(\.term))
        #expect(guides.map(\.className) == whole.map(\.className))
        #expect(guides.map(\.definition) == whole.map(\.definition))
        #expect(guides.map(\.facts) == whole.map(\.facts))
        #expect(guides.map(\.questions) == whole.map(\.questions))
        #expect(guides == whole)
    }

    @Test("A page that is cut has no answer that its text does not have", arguments: 1...60)
    func truncated(part: Int) throws {
        let text = try PageFixtureTests.text("typical")
        let cut = String(text.prefix(text.count * part / 60))
        guard let guide = try? readText(Array(cut.utf8)).guides.first else { return }
        let whole = try #require(try readText(Array(text.utf8)).guides.first)
        for (question, known) in zip(guide.questions, whole.questions) {
            #expect(known.text.hasPrefix(question.text))
            if let answer = question.answer { #expect(known.answer?.hasPrefix(answer) == true) }
        }
    }

    @Test("Whatever stands in the front matter, the page is what stands below")
    func frontMatter() throws {
        let text = "---\nDefinition\nfrom class: x\n---\nRia\nDefinition\nA drowned valley.\n"
        let reading = try readText(Array(text.utf8))
        #expect(reading.guides.map(\.term) == ["Ria"])
        #expect(reading.numbers(.unassigned) == [2, 3])
    }

    @Test("Random lines of all pages, in any order, are all accounted for", arguments: 1...60)
    func shuffled(seed: Int) throws {
        var generator = Lehmer(seed: UInt64(seed))
        let all = try PageFixtureTests.names.flatMap {
            try PageFixtureTests.text($0).split(separator: "\n", omittingEmptySubsequences: false)
        }
        let lines = (0..<40).map { _ in all.randomElement(using: &generator) ?? "" }
        let text = lines.joined(separator: "\n")
        guard let reading = try? readText(Array(text.utf8)) else { return }
        check(reading, text, "seed \(seed)\n\(text)")
    }
}

/// Numbers that are the same at every run.
struct Lehmer: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493 }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 33)
    }
}
