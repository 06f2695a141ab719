import StudyCore
import StudyStore
import StudyTerminal

extension QuizConversation {
    /// Does what a `:` command says.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - asking: The question on the screen; hints change it.
    /// - Returns: What follows; nil when the question is still open.
    /// - Throws: When the store cannot be written, or the editor does not open.
    func perform(_ command: ColonCommand, _ asking: Asking) throws -> Next? {
        switch command {
        case .help:
            for command in ColonCommand.allCases {
                terminal.writeWrapped(
                    StyledText(command.meaning),
                    first: StyledText(":\(command.rawValue)".padded(to: 10), .strong))
            }
            terminal.writeWrapped(
                "Ctrl-C leaves the question, twice the quiz; Ctrl-D leaves the quiz.")
            return nil
        case .hint:
            if asking.isAnswered {
                terminal.writeWrapped("The answer is shown above.")
            } else {
                hint(asking)
            }
            return nil
        case .why:
            try WhyView(desk: desk).show(
                asking.record, form: asking.question.form, ladder: asking.ladder)
            return nil
        case .skip:
            session.skipped(asking.candidate)
            return .goOn
        case .quit:
            return .leave
        case .undo:
            guard try undoLast() else {
                terminal.writeWrapped("Nothing has been answered in this quiz yet.")
                return nil
            }
            terminal.writeWrapped("Took the last answer back; here it is again.")
            return .goOn
        case .flag:
            let card = asking.candidate.card
            try desk.append(asking.isFlagged ? .unflag(card) : .flag(card))
            asking.isFlagged.toggle()
            terminal.writeWrapped(asking.isFlagged ? "Flagged." : "Flag taken off.")
            return nil
        case .bury:
            try desk.append(.bury(asking.candidate.card, until: desk.today + 1))
            session.removed(asking.candidate.card)
            terminal.writeWrapped("Hidden until tomorrow.")
            return .goOn
        case .suspend:
            try desk.append(.suspend(asking.candidate.card))
            session.removed(asking.candidate.card)
            terminal.writeWrapped(
                "Suspended; 'suspend --resume \(asking.candidate.card)' brings it back.")
            return .goOn
        case .edit:
            try Editor(desk: desk).open(asking.record)
            return .goOn
        }
    }

    private func hint(_ asking: Asking) {
        let level = min(asking.hints + 1, Hint.levels)
        let lines = Hint.lines(for: asking.question, level: level)
        guard !lines.isEmpty else {
            return terminal.writeWrapped("A hint would be the answer here.")
        }
        asking.hints = level
        for line in lines {
            terminal.writeWrapped("Hint: \(line, .strong)")
        }
    }
}

extension String {
    /// The text with spaces after it up to a length; unchanged when it is longer.
    func padded(to length: Int) -> String {
        self + String(repeating: " ", count: max(0, length - count))
    }
}
