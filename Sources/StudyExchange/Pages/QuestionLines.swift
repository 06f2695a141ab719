/// Tells questions and answers in the lines of a list whose marks and indents may be lost.
///
/// No answer is invented: a question with none below it keeps none.
struct QuestionLines {
    /// A question and what stands below it.
    struct Pair: Hashable {
        var question: String
        var answer = TextBlocks()
        /// The indent of the answer's first line.
        var answerIndent = 0
        /// Of the question, in the text, from 0.
        var index: Int
    }

    private(set) var pairs: [Pair] = []
    /// Indexes of lines above the first question that belong to none.
    private(set) var strays: [Int] = []
    /// Whether answers were told by their words, for want of an indent.
    private(set) var byAlternation = false

    init(_ lines: [ListLine]) {
        let hasMarks = lines.contains { $0.mark != nil }
        let entries = hasMarks ? lines.filter { $0.mark != nil } : lines
        let outermost = entries.map(\.indent).min() ?? 0
        let hasLevels = entries.contains { $0.indent >= outermost + 2 }
        byAlternation = !hasLevels && lines.contains { !Self.asks($0.text) }
        for (number, line) in lines.enumerated() {
            let next = number + 1 < lines.count ? lines[number + 1] : nil
            if hasMarks, line.mark == nil {
                addUnmarked(line)
            } else if hasLevels ? line.indent < outermost + 2 : asks(line, next) {
                begin(line)
            } else {
                addToAnswer(line)
            }
        }
    }

    private mutating func begin(_ line: ListLine) {
        if let last = pairs.last, last.answer.isEmpty, line.mark == nil, !line.isApart,
            Self.isUnfinished(last.question)
        {
            pairs[pairs.count - 1].question += " \(line.text)"
        } else {
            pairs.append(Pair(question: line.text, index: line.index))
        }
    }

    private mutating func addToAnswer(_ line: ListLine) {
        guard let last = pairs.indices.last else {
            strays.append(line.index)
            return
        }
        if pairs[last].answer.isEmpty {
            pairs[last].answer.addParagraph(line.text)
            pairs[last].answerIndent = line.indent
        } else if line.mark != nil, line.indent >= pairs[last].answerIndent + 2 {
            pairs[last].answer.addPoint(line.text)
        } else if line.mark != nil || line.isApart || pairs[last].answer.lastText.endsSentence {
            pairs[last].answer.addParagraph(line.text)
        } else {
            pairs[last].answer.extend(line.text)
        }
    }

    /// A line without a mark among lines with marks goes on with what is above it.
    private mutating func addUnmarked(_ line: ListLine) {
        guard let last = pairs.indices.last else {
            begin(line)
            return
        }
        if pairs[last].answer.isEmpty {
            if Self.isUnfinished(pairs[last].question) {
                pairs[last].question += " \(line.text)"
            } else if Self.asks(line.text) {
                begin(line)
            } else {
                pairs[last].answer.addParagraph(line.text)
            }
        } else if line.isApart, Self.asks(line.text) {
            begin(line)
        } else if line.isApart {
            pairs[last].answer.addParagraph(line.text)
        } else {
            pairs[last].answer.extend(line.text)
        }
    }

    private func asks(_ line: ListLine, _ next: ListLine?) -> Bool {
        if Self.asks(line.text) { return true }
        if Self.asksWithoutMark(line.text), next.map(Self.begins) ?? true { return true }
        // A question that goes on in the next line.
        guard let next, next.mark == nil, !next.isApart, !line.text.endsSentence else {
            return false
        }
        return PageVocabulary.interrogatives.contains(line.text.firstWord) && next.text.endsQuestion
    }

    /// Whether a text asks though its question mark, and any other end, is missing.
    private static func asksWithoutMark(_ text: String) -> Bool {
        !text.endsSentence
            && (["how", "what", "why"].contains(text.firstWord)
                || text.lowercased().hasPrefix("in what way"))
    }

    /// Whether a line goes on with nothing above it.
    private static func begins(_ line: ListLine) -> Bool {
        line.mark != nil || line.isApart || line.text.first?.isUppercase == true
    }

    /// Whether a text is a question by its words: a question mark at its end, or nothing but instructions.
    static func asks(_ text: String) -> Bool {
        text.endsQuestion
            || sentences(of: text).allSatisfy {
                PageVocabulary.instructions.contains($0.firstWord) || $0.endsQuestion
            }
    }

    /// A text parted behind each full stop or question mark that a blank follows.
    private static func sentences(of text: String) -> [Substring] {
        var sentences: [Substring] = []
        var start = text.startIndex
        for index in text.indices where ".?!".contains(text[index]) {
            let next = text.index(after: index)
            guard next < text.endIndex, text[next].isWhitespace else { continue }
            sentences.append(text[start..<next])
            start = text.index(after: next)
        }
        if start < text.endIndex { sentences.append(text[start...]) }
        return sentences
    }

    private static func isUnfinished(_ question: String) -> Bool { !question.endsSentence }
}
