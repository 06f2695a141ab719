/// Numbered questions with their answers, by the same numbers, below a heading such as *Answers*.
struct AnswerKey {
    private(set) var material: RowMaterial

    private static let headings: Set<String> = [
        "answers", "answer key", "key", "solutions", "answers to the questions",
    ]

    /// What stands behind a number, and the lines that it takes.
    private struct Entry {
        var number: Int
        var text: String
        /// From 1.
        var lines: ClosedRange<Int>
    }

    /// Nil without such a heading, where numbers come twice, or where fewer than half of the questions are answered.
    init?(_ text: PlainLines, _ options: TextOptions) {
        let heading = text.lines.firstIndex {
            $0.text.utf8.count <= 40 && Self.headings.contains(PageVocabulary.folded($0.text))
        }
        guard let heading else { return nil }
        let questions = Self.entries(text.lines[..<heading])
        let answers = Self.entries(text.lines[(heading + 1)...])
        let byNumber = Dictionary(
            answers.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let answered = questions.count { byNumber[$0.number] != nil }
        guard questions.count >= 2, answered * 2 >= questions.count,
            byNumber.count == answers.count,
            Set(questions.map(\.number)).count == questions.count
        else { return nil }
        material = RowMaterial(text, options, shape: "numbered questions with answers at the end")
        material.use(lines: (heading + 1)...(heading + 1))
        for question in questions {
            let answer = byNumber[question.number]
            material.addQuestion(question.text, answer?.text, lines: question.lines)
            if let answer {
                material.use(lines: answer.lines)
            } else {
                material.noteNoAnswer(line: question.lines.lowerBound)
            }
        }
    }

    /// A number begins an entry, which goes on to the next one or to a blank line and text behind it.
    private static func entries(_ lines: ArraySlice<PlainLines.Line>) -> [Entry] {
        var entries: [Entry] = []
        var isOpen = false
        for (index, line) in zip(lines.indices, lines) {
            if case (.number(let number)?, let text) = ListMark.split(line.text) {
                entries.append(
                    Entry(number: number, text: text, lines: (index + 1)...(index + 1)))
                isOpen = true
            } else if line.isBlank {
                isOpen = false
            } else if isOpen {
                let last = entries.count - 1
                entries[last].text += "\n" + line.text
                entries[last].lines = entries[last].lines.lowerBound...(index + 1)
            }
        }
        return entries
    }
}
