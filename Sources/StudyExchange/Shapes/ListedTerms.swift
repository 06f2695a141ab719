internal import StudyCore

/// Terms as headings or list items, with what is said of them below; and questions with answers below.
struct ListedTerms {
    private(set) var material: RowMaterial

    /// Nil when the text is none of the kind.
    init?(_ text: PlainLines, _ options: TextOptions) {
        if let headings = Self(headings: text, options) {
            self = headings
        } else if let questions = Self(questions: text, options) {
            self = questions
        } else if let items = Self(items: text, options) {
            self = items
        } else {
            return nil
        }
    }

    /// `## term` and text below it: the level that has the most headings.
    private init?(headings text: PlainLines, _ options: TextOptions) {
        let levels = Self.headingLevels(text)
        let counts = Dictionary(grouping: levels.compactMap { $0 }, by: { $0 }).mapValues(\.count)
        guard let level = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key,
            counts[level, default: 0] >= 2
        else { return nil }
        material = RowMaterial(text, options, shape: "headings with text below")
        let starts = levels.indices.filter { levels[$0] == level }
        for (number, start) in starts.enumerated() {
            let limit = number + 1 < starts.count ? starts[number + 1] : text.lines.count
            let end = levels[(start + 1)..<limit].firstIndex { $0 != nil } ?? limit
            let term = text.lines[start].text.drop { $0 == "#" || $0 == " " }
            let body = text.lines[(start + 1)..<end].map { String($0.visible.trimmedEnd) }
            material.add(
                PageMarkdown.plain(String(term)), String(body.joined(separator: "\n").trimmedSlice),
                isMarkdown: true, lines: (start + 1)...max(start + 1, end))
        }
        if material.isEmpty { return nil }
    }

    /// The level of each line that is a heading; none in code.
    private static func headingLevels(_ text: PlainLines) -> [Int?] {
        var fence: CodeFence?
        return text.lines.map { line in
            if let open = fence {
                if open.isClosed(by: line.text) { fence = nil }
                return nil
            }
            fence = CodeFence(line.text)
            return headingLevel(line.text)
        }
    }

    private static func headingLevel(_ line: String) -> Int? {
        let level = line.prefix { $0 == "#" }.count
        return (1...6).contains(level) && line.dropFirst(level).first == " " ? level : nil
    }

    /// Questions, numbered or not, each with its answer below: most of them must have one.
    private init?(questions text: PlainLines, _ options: TextOptions) {
        var lines: [ListLine] = []
        for (index, line) in text.lines.enumerated() where !line.isBlank {
            let isApart = index > 0 && text.lines[index - 1].isBlank
            lines.append(
                ListLine(index: index, indent: line.indent, text: line.text, isApart: isApart))
        }
        guard let first = lines.first, QuestionLines.asks(first.text) else { return nil }
        if lines.contains(where: \.isNumbered) {
            // The number alone marks a question; what stands below it is its answer.
            for place in lines.indices where !lines[place].isNumbered { lines[place].indent += 8 }
            for place in lines.indices where !lines[place].isNumbered && lines[place].mark == nil {
                lines[place].mark = .bullet
            }
            // Right below its question an answer needs no label.
            for place in lines.indices.dropFirst() where lines[place - 1].isNumbered {
                lines[place].text.trimPrefix(/(?:Answer|Ans|A):\s+/)
            }
        }
        let found = QuestionLines(lines)
        let answered = found.pairs.count { !$0.answer.isEmpty }
        guard answered >= 1, answered * 2 >= found.pairs.count,
            found.pairs.allSatisfy({ $0.question.contains(where: \.isLetter) })
        else { return nil }
        material = RowMaterial(text, options, shape: "questions with answers below")
        for (number, pair) in found.pairs.enumerated() {
            let next =
                number + 1 < found.pairs.count ? found.pairs[number + 1].index : text.lines.count
            material.addQuestion(
                markdown: Markdown.escaped(pair.question), pair.answer.markdown,
                lines: (pair.index + 1)...max(pair.index + 1, next))
            if pair.answer.isEmpty {
                material.noteNoAnswer(line: pair.index + 1)
            }
        }
        if found.byAlternation {
            material.note(
                "questions and answers were told by their words, so look at them",
                line: first.index + 1)
        }
    }

    /// `• term` with its definition indented below.
    private init?(items text: PlainLines, _ options: TextOptions) {
        let lines = text.lines.enumerated().filter { !$0.element.isBlank }
        let heads = lines.filter {
            $0.element.indent == 0 && ListMark.split($0.element.text).mark != nil
        }
        guard heads.count >= 2, heads.first?.offset == lines.first?.offset,
            lines.allSatisfy({ line in
                line.element.indent >= 2 || heads.contains { $0.offset == line.offset }
            })
        else { return nil }
        material = RowMaterial(text, options, shape: "list of terms with definitions below")
        for (number, head) in heads.enumerated() {
            let end = number + 1 < heads.count ? heads[number + 1].offset : text.lines.count
            let body = text.lines[(head.offset + 1)..<end].filter { !$0.isBlank }
                .map { ListMark.split($0.text).text }.joined(separator: "\n")
            guard !body.isEmpty else { return nil }
            material.add(
                ListMark.split(head.element.text).text, body, lines: (head.offset + 1)...end)
        }
        if material.isEmpty { return nil }
    }
}
