package import StudyCore

/// Guides as a sheet to print: a heading a class, the guides below.
package struct MarkdownSheet: GuideText {
    private var className: String?

    package init() {}

    package mutating func text(of guide: Guide, ids: [Item.ID]) -> String {
        var text = ""
        if guide.className != className {
            text += (className == nil ? "" : "\n") + "# \(Markdown.heading(guide.className))\n"
            className = guide.className
        }
        text += "\n## \(Markdown.heading(guide.term))\n"
        for item in guide.items where item.kind == .definition {
            text += "\n\(item.text.markdown)\n"
        }
        let facts = guide.items.filter { $0.kind == .fact || $0.kind == .cloze }
        if !facts.isEmpty { text += "\n" }
        for (number, fact) in facts.enumerated() {
            text += Self.item(fact.text.markdown, mark: "\(number + 1). ")
        }
        for item in guide.items {
            guard item.kind == .question, let answer = item.answer else { continue }
            text +=
                "\n**\(item.text.plain.onOneLine.replacing("*", with: "\\*"))**\n\n\(answer.markdown)\n"
        }
        for section in guide.sections where !section.body.plain.isEmpty {
            let title = section.title.isEmpty ? "" : "\n### \(Markdown.heading(section.title))\n"
            text += "\(title)\n\(section.body.markdown)\n"
        }
        return text
    }

    private static func item(_ body: String, mark: String) -> String {
        let indent = String(repeating: " ", count: mark.count)
        return body.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { ($0 == 0 ? mark : $1.isEmpty ? "" : indent) + $1 + "\n" }.joined()
    }
}
