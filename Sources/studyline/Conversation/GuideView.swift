import StudyContent
import StudyCore
import StudyTerminal

/// A whole guide as lines of the window.
struct GuideView {
    private let markup: MarkupView
    private let width: Int

    init(width: Int, style: Style) {
        markup = MarkupView(width: width, style: style)
        self.width = min(width, 80)
    }

    func lines(of guide: Guide) -> [StyledText] {
        var lines = StyledText(guide.term, .heading).wrapped(to: width)
        let place = [guide.className, guide.unit].compactMap { $0 }.joined(separator: " · ")
        lines += StyledText(place, .faint).wrapped(to: width)
        if !guide.aliases.isEmpty {
            lines += StyledText("also: \(guide.aliases.joined(separator: ", "))", .faint)
                .wrapped(to: width, rest: "      ")
        }
        func section(_ title: String, _ body: [StyledText]) {
            guard !body.isEmpty else { return }
            lines.append("")
            lines += StyledText(title, .strong).wrapped(to: width)
            lines += body
        }
        section("Definition", items(guide, .definition) { blocks($0.text) })
        section("Key facts", numbered(guide.items.filter { $0.kind == .fact }))
        section("To fill in", numbered(guide.items.filter { $0.kind == .cloze }))
        section(
            "Review questions",
            items(guide, .question) { item in
                blocks(item.text, indent: "")
                    + (item.answer.map { blocks($0, indent: "    ") } ?? [])
                    + [""]
            }.droppingLastBlank())
        for kept in guide.sections { section(kept.title, blocks(kept.body, indent: "")) }
        section(
            "Sources",
            guide.sources.flatMap { StyledText($0, .faint).wrapped(to: width, first: "  ") })
        return lines
    }

    private func items(
        _ guide: Guide, _ kind: Item.Kind, _ body: (Item) -> [StyledText]
    ) -> [StyledText] {
        guide.items.filter { $0.kind == kind }.flatMap(body)
    }

    private func numbered(_ items: [Item]) -> [StyledText] {
        let digits = String(items.count).count
        return items.enumerated().flatMap { index, item in
            let number = String(index + 1)
            let marker = String(repeating: " ", count: digits - number.count + 2) + number + ". "
            let hang = StyledText(String(repeating: " ", count: marker.count))
            var lines = blocks(item.text, indent: hang)
            if let first = lines.first {
                lines[0] = first.replacingPrefix(columns: hang.width, by: StyledText(marker))
            }
            return lines
        }
    }

    private func blocks(_ prose: Prose, indent: StyledText = "  ") -> [StyledText] {
        markup.lines(of: MarkdownTree(parsing: prose.markdown).markup(), indent: indent)
    }
}

extension [StyledText] {
    fileprivate func droppingLastBlank() -> [StyledText] {
        last?.isBlank == true ? dropLast() : self
    }
}
