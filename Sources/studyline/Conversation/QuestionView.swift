import FSRS
import StudyContent
import StudyCore
import StudyStore
import StudyTerminal

/// What the learner sees of a question: the prompt, the answer, the keys.
struct QuestionView {
    let terminal: any Terminal

    /// Shows where the session stands, the topic and the prompt.
    func showPrompt(of question: Question, guide: GuideHead, asked: Int, remaining: Int) {
        let left = remaining > 1 ? "\(remaining - 1) to go" : "the last one"
        var head = StyledText("Question \(asked + 1), \(left)", .faint)
        head += StyledText(" · \(guide.className)", .faint)
        if let topic = question.topic {
            head += StyledText(" · ", .faint) + StyledText(topic, .term)
        }
        terminal.writeLine()
        terminal.writeWrapped(head)
        terminal.writeLine()
        switch question.prompt {
        case .meaning:
            terminal.writeWrapped("What does \(question.topic ?? "", .term) mean?")
        case .nameTerm(let definition):
            terminal.writeWrapped(StyledText(definition))
            terminal.writeLine()
            terminal.writeWrapped("Which term is this?")
        case .fillGap(let text):
            terminal.writeWrapped(StyledText(text))
        case .question(let prose):
            show(prose)
        case .fact(let beginning):
            terminal.writeWrapped(
                beginning.isEmpty
                    ? "Tell a key fact about \(question.topic ?? "", .term)."
                    : "Go on: \(beginning) …")
        }
        terminal.writeLine()
    }

    /// Shows a stretch of a guide as it was written, laid out.
    func show(_ prose: Prose, indent: StyledText = "") {
        let view = MarkupView(width: terminal.width, style: terminal.style)
        for line in view.lines(of: MarkdownTree(parsing: prose.markdown).markup(), indent: indent) {
            terminal.writeLine(line)
        }
    }

    /// Shows the answer under a heading word.
    func showAnswer(of question: Question) {
        terminal.writeLine()
        show(question.answer, indent: "  ")
        terminal.writeLine()
    }

    /// The ratings with the wait that each would bring, as one line that wraps between them.
    func showKeys(_ outcomes: [Rating: CardState], at time: Timestamp, on day: StudyDay) {
        let keys = Rating.allCases.map { rating -> StyledText in
            let wait = outcomes[rating].map { Phrases.wait(of: $0, from: time, on: day) } ?? ""
            let words = "\(rating.rawValue) \(Phrases.name(rating)) \(wait)"
            return StyledText(words.replacing(" ", with: "\u{00A0}"))
        }
        terminal.writeWrapped(keys.joined(separator: "   "))
    }
}
