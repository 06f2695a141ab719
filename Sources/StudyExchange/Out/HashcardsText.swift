package import StudyCore

/// `Q:`, `A:` and `C:` as hashcards and repeater read them; nothing else stands between the cards.
package struct HashcardsText: GuideText {
    package init() {}

    package func opening(classes: [String]) -> String {
        let name = classes.count == 1 ? classes[0] : "Studyline"
        let text = name.onOneLine.filter { $0 != "\"" && $0 != "\\" }
        return "---\nname = \"\(text)\"\n---\n"
    }

    package func text(of guide: Guide, ids: [Item.ID]) -> String {
        let facts = guide.items.count { $0.kind == .fact }
        var fact = 0
        return guide.items.map { item in
            switch item.kind {
            case .definition:
                return card("What does \(Markdown.escaped(guide.term)) mean?", item.text.markdown)
            case .question:
                return item.answer.map { card(item.text.markdown, $0.markdown) } ?? ""
            case .fact:
                fact += 1
                let front = "\(Markdown.escaped(guide.term)): key fact \(fact) of \(facts)"
                return card(front, item.text.markdown)
            case .cloze: return "\nC: \(Self.cloze(item))\n"
            }
        }.joined()
    }

    private func card(_ question: String, _ answer: String) -> String {
        "\nQ: \(Self.guarded(question))\nA: \(Self.guarded(answer))\n"
    }

    /// No line but the first begins a card or ends one.
    private static func guarded(_ markdown: String) -> String {
        markdown.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let isMark = ["Q:", "A:", "C:"].contains { line.hasPrefix($0) }
            if isMark { return "\(line.prefix(1))\\\(line.dropFirst())" }
            return line.hasPrefix("---") ? "\\\(line)" : String(line)
        }.joined(separator: "\n")
    }

    /// The sentence with its holes in brackets; brackets that were there are escaped.
    private static func cloze(_ item: Item) -> String {
        let bytes = Array(item.text.plain.utf8)
        func text(_ range: Range<Int>) -> String {
            Markdown.escaped(String(decoding: bytes[range], as: UTF8.self), isInside: true)
        }
        var result = ""
        var start = 0
        for number in item.holes.indices {
            guard let hole = item.hole(number + 1), hole.lowerBound >= start else { continue }
            result += text(start..<hole.lowerBound) + "[" + text(hole) + "]"
            start = hole.upperBound
        }
        return (result + text(start..<bytes.count)).split(separator: "\n").joined(separator: " ")
    }
}
