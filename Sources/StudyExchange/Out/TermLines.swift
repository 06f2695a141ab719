package import StudyCore

/// Two columns parted by a tab, as Quizlet and Knowt take them: no header, a line a card.
///
/// Terms with their definitions, and questions with their answers; facts have no second side.
package struct TermLines: GuideText {
    package init() {}

    package func text(of guide: Guide, ids: [Item.ID]) -> String {
        guide.items.compactMap { item in
            switch item.kind {
            case .definition: line(guide.term, item.text.plain)
            case .question: item.answer.map { line(item.text.plain, $0.plain) }
            case .fact, .cloze: nil
            }
        }.joined()
    }

    /// A line end or tab inside would end the field.
    private func line(_ front: String, _ back: String) -> String {
        "\(front.onOneLine)\t\(back.onOneLine)\n"
    }
}
