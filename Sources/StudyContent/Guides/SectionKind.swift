/// What a heading announces, known by its words.
enum SectionKind: Equatable {
    case definition, facts, questions

    /// Nil for any heading that is not one of the known ones.
    init?(heading: String) {
        switch Self.normalized(heading) {
        case "definition", "definitions": self = .definition
        case "facts", "key facts", "must know facts", "important facts", "key points":
            self = .facts
        case "questions", "review questions", "practice questions", "study questions",
            "questions and answers", "q a":
            self = .questions
        default: return nil
        }
    }

    var name: String {
        switch self {
        case .definition: "Definition"
        case .facts: "Key facts"
        case .questions: "Review questions"
        }
    }

    /// Lower-case words without figures, signs, what stands in parentheses and "for your next test".
    private static func normalized(_ heading: String) -> String {
        // Longer headings are none of ours; this keeps a stranger's heading from costing anything.
        guard heading.utf8.count <= 80 else { return "" }
        var words: [[UInt8]] = [[]]
        // The known words are plain ASCII: any other letter makes a heading that is not known.
        for byte in heading.utf8.prefix(while: { $0 != UInt8(ascii: "(") }) {
            let letter = byte | 0x20
            if (0x61...0x7A).contains(letter) {
                words[words.count - 1].append(letter)
            } else if words.last != [] {
                words.append([])
            }
        }
        if words.last == [] { words.removeLast() }
        let names = words.map { String(decoding: $0, as: UTF8.self) }
        let tail = names.firstIndex(of: "for") ?? names.endIndex
        let isForTest = names[tail...].contains { tests.contains($0) }
        return Array(names[..<(isForTest ? tail : names.endIndex)]).joined(separator: " ")
    }

    private static let tests: Set<String> = ["test", "exam", "quiz", "midterm", "final", "finals"]
}
