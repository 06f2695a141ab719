import FSRS
import StudyContent
import StudyCore
import StudyStore
import StudyTerminal

/// What the learner sees of a question: the prompt, the options, the answer, the keys.
struct QuestionView {
    let terminal: any Terminal

    /// Shows where the session stands, the topic and the prompt.
    ///
    /// - Parameters:
    ///   - question: What is asked.
    ///   - place: Where the session stands, such as *Question 3, 7 to go*.
    ///   - guide: The guide of the card.
    func showPrompt(of question: Question, place: String, guide: GuideHead) {
        var head = StyledText("\(place) · \(guide.className)", .faint)
        if let topic = question.topic {
            head += StyledText(" · ", .faint) + StyledText(topic, .term)
        }
        terminal.writeLine()
        terminal.writeWrapped(head)
        terminal.writeLine()
        show(question.prompt, topic: StyledText(question.topic ?? "", .term))
        terminal.writeLine()
        switch question.response {
        case .choice(let choice) where !choice.isTrueOrFalse: show(choice)
        case .pairs(let pairs): show(pairs)
        default: break
        }
    }

    private func show(_ prompt: Question.Prompt, topic: StyledText) {
        switch prompt {
        case .meaning: ask("What does \(topic) mean?")
        case .nameTerm(let definition): ask(definition, "Which term is this?")
        case .fillGaps(let text): terminal.writeWrapped(StyledText(text))
        case .question(let prose): show(prose)
        case .fact(let beginning):
            ask(
                beginning.isEmpty
                    ? "Tell a key fact about \(topic)." : "Go on: \(beginning) …")
        case .chooseTerm(let definition): ask(definition, "Which term is this?")
        case .chooseDefinition: ask("What does \(topic) mean?")
        case .chooseFact: ask("Which of these is a key fact about \(topic)?")
        case .isTrue(let text, let isDefinition):
            ask(text, isDefinition ? "Does \(topic) mean this?" : "Is this true of \(topic)?")
        case .match: ask("Which definition belongs to which term?")
        case .listFacts:
            ask("Tell the key facts about \(topic), a line each; an empty line ends.")
        case .tellApart(let definitions):
            for (index, definition) in definitions.enumerated() {
                terminal.writeWrapped(
                    StyledText(definition), first: "(\(index + 1)) ", rest: "    ")
                terminal.writeLine()
            }
            ask("These two are easily mixed up. Which terms are they?")
        }
    }

    private func ask(_ text: String, _ question: StyledText) {
        terminal.writeWrapped(StyledText(text))
        terminal.writeLine()
        ask(question)
    }

    private func ask(_ question: StyledText) { terminal.writeWrapped(question) }

    private func show(_ choice: Question.Choice) {
        for (index, option) in choice.options.enumerated() {
            let letter = Question.letter(index, capital: true)
            terminal.writeWrapped(
                StyledText(option.text), first: StyledText("  \(letter)  ", .strong), rest: "     ")
        }
        terminal.writeLine()
    }

    private func show(_ pairs: Question.Pairs) {
        for (index, term) in pairs.terms.enumerated() {
            terminal.writeWrapped(
                StyledText(term), first: StyledText("  \(index + 1)  ", .strong), rest: "     ")
        }
        terminal.writeLine()
        for (index, definition) in pairs.definitions.enumerated() {
            terminal.writeWrapped(
                StyledText(definition),
                first: StyledText("  \(Question.letter(index))  ", .strong), rest: "     ")
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

    /// The ratings with the wait that each would bring, as one line that wraps between them.
    func showKeys(_ outcomes: [Rating: CardState], at time: Timestamp, on day: StudyDay) {
        let keys = Rating.allCases.filter { outcomes[$0] != nil }.map { rating -> StyledText in
            let wait = outcomes[rating].map { Phrases.wait(of: $0, from: time, on: day) } ?? ""
            let words = "\(rating.rawValue) \(Phrases.name(rating)) \(wait)"
            return StyledText(words.replacing(" ", with: "\u{00A0}"))
        }
        terminal.writeWrapped(keys.joined(separator: "   "))
    }
}
