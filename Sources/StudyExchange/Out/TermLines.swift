package import StudyCore

/// Two columns parted by a tab, as Quizlet and Knowt take them: no header, a line a card.
package enum TermLines {
    /// The lines of a guide: its definition by its term, each question by its answer.
    ///
    /// Facts and clozes have no second side and are left out.
    package static func lines(of guide: Guide) -> [String] {
        guide.items.compactMap { item in
            switch item.kind {
            case .definition: line(guide.term, item.text.plain)
            case .question: item.answer.map { line(item.text.plain, $0.plain) }
            case .fact, .cloze: nil
            }
        }
    }

    private static func line(_ front: String, _ back: String) -> String {
        "\(field(front))\t\(field(back))"
    }

    /// A line end or tab would end the field.
    private static func field(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
