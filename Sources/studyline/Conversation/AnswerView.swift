import StudyCore
import StudyStore
import StudyTerminal

/// What is said of an answer: right or not in words, and what is right.
struct AnswerView {
    let terminal: any Terminal

    private var questionView: QuestionView { QuestionView(terminal: terminal) }

    /// Shows what an answer was worth, and the text that was asked for.
    ///
    /// - Parameters:
    ///   - marked: The answer, held against what is right.
    ///   - question: What was asked.
    ///   - text: The item that was asked for.
    func show(_ marked: MarkedAnswer, to question: Question, text: Prose) {
        switch question.response {
        case .judged, .written, .list:
            terminal.writeLine()
            questionView.show(question.answer, indent: "  ")
        case .typed(let blanks):
            if blanks.count == 1, let part = marked.parts.first {
                terminal.writeWrapped(Self.sentence(part))
            } else {
                show(marked.parts)
            }
            guard question.form != .contrast else { break }
            terminal.writeLine()
            questionView.show(text, indent: "  ")
        case .choice(let choice):
            show(marked, of: choice, to: question)
            terminal.writeLine()
            questionView.show(text, indent: "  ")
        case .pairs(let pairs): show(marked.parts, of: pairs)
        }
    }

    /// One typed text in a sentence.
    static func sentence(_ part: MarkedAnswer.Part) -> StyledText {
        switch part.verdict {
        case .right: "\("Right.", .correct) It is \(part.right, .term)."
        case .slip: "\("Right,", .correct) but for a slip: it is \(part.right, .term)."
        case .confused(let other):
            "\("Not right.", .wrong) It is \(part.right, .term), not \(other)."
        case .wrong: "\("Not right.", .wrong) It is \(part.right, .term)."
        case .empty: "It is \(part.right, .term)."
        }
    }

    private func show(_ parts: [MarkedAnswer.Part]) {
        for (index, part) in parts.enumerated() {
            terminal.writeWrapped(Self.sentence(part), first: "(\(index + 1)) ", rest: "    ")
        }
    }

    private func show(
        _ marked: MarkedAnswer, of choice: Question.Choice, to question: Question
    ) {
        let letter = Question.letter(choice.right, capital: true)
        let right = choice.options[choice.right]
        if choice.isTrueOrFalse {
            let truth = right.text.lowercased()
            return terminal.writeWrapped(
                marked.isRight
                    ? "\("Right:", .correct) it is \(truth). \(about(question, choice))"
                    : "\("Not right:", .wrong) it is \(truth). \(about(question, choice))")
        }
        if marked.isRight {
            return terminal.writeWrapped("\("Right:", .correct) it is \(letter).")
        }
        guard case .confused(let other) = marked.parts.first?.verdict else { return }
        let own: StyledText =
            switch question.prompt {
            case .chooseTerm: "\(right.text, .term), not \(other)."
            case .chooseDefinition: "What you chose is the meaning of \(other, .term)."
            default: "What you chose is said of \(other, .term)."
            }
        if case .chooseTerm = question.prompt {
            terminal.writeWrapped("\("Not right:", .wrong) it is \(letter), \(own)")
        } else {
            terminal.writeWrapped("\("Not right:", .wrong) it is \(letter). \(own)")
        }
    }

    /// Of which term the statement is.
    private func about(_ question: Question, _ choice: Question.Choice) -> StyledText {
        StyledText(choice.right == 0 ? "" : question.answer.plain)
    }

    private func show(_ parts: [MarkedAnswer.Part], of pairs: Question.Pairs) {
        let right = parts.count { $0.isRight }
        terminal.writeWrapped(
            right == parts.count
                ? "\("Right:", .correct) all \(right) pairs."
                : "\("Not right:", .wrong) \(right) of \(parts.count) pairs.")
        for (index, part) in parts.enumerated() where !part.isRight {
            terminal.writeWrapped(
                "\(pairs.terms[index], .term): \(part.right), \(part.said.isEmpty ? "left out" : "not \(part.said)"). \(pairs.definitions[pairs.key[index]])",
                first: "  ", rest: "    ")
        }
    }
}
