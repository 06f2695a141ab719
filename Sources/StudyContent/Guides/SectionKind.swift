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
            "questions and answers":
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

    /// Lower-case words without the number in front, what stands in parentheses and "for your next test".
    private static func normalized(_ heading: String) -> String {
        // Longer headings are none of ours; this keeps a stranger's heading from costing anything.
        guard heading.utf8.count <= 80 else { return "" }
        var words: [Substring] = []
        let text = heading.lowercased()
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "-" }) {
            if word.first == "(" { break }
            let letters = word.drop { !$0.isLetter }
            let trimmed = letters.prefix { $0.isLetter || $0 == "'" || $0 == "’" }
            if !trimmed.isEmpty { words.append(trimmed) }
        }
        if let tail = words.firstIndex(of: "for"), tail > 0, words[tail...].contains(where: isTest)
        {
            words.removeSubrange(tail...)
        }
        return words.joined(separator: " ")
    }

    private static func isTest(_ word: Substring) -> Bool {
        ["test", "exam", "quiz", "midterm", "final"].contains(word)
    }
}
