/// Tells facts in the lines of a list whose marks and indents may be lost.
struct FactLines {
    private(set) var facts: [TextBlocks] = []
    /// Whether several facts were told by their lines, for want of marks.
    private(set) var byLines = false

    /// A number begins a fact, else a mark at the outermost indent, else each line that ends as a sentence.
    init(_ lines: [ListLine]) {
        let isNumbered = lines.contains { $0.isNumbered }
        let marked = lines.filter { $0.mark != nil }
        let outermost = marked.map(\.indent).min() ?? 0
        for line in lines {
            if facts.isEmpty {
                begin(line)
            } else if line.mark == nil {
                addUnmarked(line, isList: !marked.isEmpty, outermost: outermost)
            } else if isNumbered ? line.isNumbered : line.indent < outermost + 2 {
                begin(line)
            } else {
                facts[facts.count - 1].addPoint(line.text)
            }
        }
        byLines = marked.isEmpty && facts.count > 1
    }

    private mutating func begin(_ line: ListLine) {
        var fact = TextBlocks()
        fact.addParagraph(line.text)
        facts.append(fact)
    }

    private mutating func addUnmarked(_ line: ListLine, isList: Bool, outermost: Int) {
        let before = facts[facts.count - 1].lastText
        if line.isApart {
            if isList, line.indent > outermost {
                facts[facts.count - 1].addParagraph(line.text)
            } else {
                begin(line)
            }
        } else if isList ? goesOn(before, line) || line.indent > outermost : isWrapped(before, line)
        {
            facts[facts.count - 1].extend(line.text)
        } else {
            begin(line)
        }
    }

    /// Whether a line without a mark belongs to the text above it in a list.
    private func goesOn(_ before: String, _ line: ListLine) -> Bool {
        !before.endsSentence || line.text.first?.isUppercase != true
    }

    /// Whether a text ended at the margin and not at its end.
    private func isWrapped(_ before: String, _ line: ListLine) -> Bool {
        guard !before.endsSentence else { return false }
        return before.count >= 60 || before.hasSuffix(",") || line.text.first?.isLowercase == true
    }
}
