import StudyCore
import StudyStore
import StudyTerminal

/// The end of a practice test: the score by form and guide, what was missed, what it says.
struct PracticeView {
    let desk: Desk

    /// Earlier tests that are shown beside the new one.
    private static let earlier = 3

    func show(_ test: PracticeTest, result: PracticeResult, past: [PracticeResult]) throws {
        let terminal = desk.terminal
        terminal.writeLine()
        let unanswered = test.slots.count { $0.answer.map(\.said.isEmpty) ?? true }
        var score: StyledText =
            "Score: \(Phrases.oneDecimal(result.points), .strong) of \(result.questions) points, \(Phrases.percent(result.share), .strong)"
        if unanswered > 0 { score += ", \(unanswered) unanswered" }
        if test.seconds >= 1 { score += ", \(Phrases.duration(seconds: test.seconds))" }
        terminal.writeWrapped(score + ".")
        terminal.writeWrapped(
            "From what you remembered before it, \(Phrases.percent(result.expectedShare)) was to be expected."
        )
        if !past.isEmpty {
            let last = past.suffix(Self.earlier).map { earlier in
                "\(Phrases.percent(earlier.share)) on \(day(earlier.start))"
            }
            terminal.writeWrapped(
                "Earlier tests of the same: \(last.joined(separator: ", ")).")
        }
        try showScores(test)
        try showMisses(test)
    }

    /// What was answered, in a sentence.
    private static func sentence(_ said: String, _ question: Question) -> String {
        if said.isEmpty { return "Not answered." }
        return switch question.prompt {
        case .chooseDefinition: "You chose the meaning of \(said)."
        case .chooseFact: "You chose what is said of \(said)."
        default: "You said: \(said)."
        }
    }

    private func day(_ milliseconds: Int64) -> String {
        let time = Timestamp(milliseconds: milliseconds)
        return CalendarDate(desk.clock(at: time).day(of: time)).short
    }

    private func showScores(_ test: PracticeTest) throws {
        var forms: [(name: String, points: Double, all: Int)] = []
        var guides: [(name: String, points: Double, all: Int)] = []
        func add(
            _ name: String, _ points: Double,
            to list: inout [(name: String, points: Double, all: Int)]
        ) {
            if let index = list.firstIndex(where: { $0.name == name }) {
                list[index].points += points
                list[index].all += 1
            } else {
                list.append((name, points, 1))
            }
        }
        for slot in test.slots {
            let points = slot.answer?.score ?? 0
            add(Form(rawValue: slot.form).map(Phrases.name) ?? slot.form, points, to: &forms)
            guard let card = Card.ID(slot.card), let guide = try desk.store.card(card)?.guide else {
                continue
            }
            add(guide.term, points, to: &guides)
        }
        func line(_ entry: (name: String, points: Double, all: Int)) -> StyledText {
            "\(Phrases.oneDecimal(entry.points)) of \(entry.all)  \(entry.name)"
        }
        desk.terminal.writeLine()
        desk.terminal.writeLine(StyledText("By form", .heading))
        for entry in forms { desk.terminal.writeWrapped(line(entry), first: "  ", rest: "    ") }
        desk.terminal.writeLine()
        desk.terminal.writeLine(StyledText("By guide, the weakest first", .heading))
        for entry in guides.sorted(by: {
            ($0.points / Double($0.all), $0.name) < ($1.points / Double($1.all), $1.name)
        }) {
            desk.terminal.writeWrapped(line(entry), first: "  ", rest: "    ")
        }
    }

    /// Each question that did not get all its points, with what was said and what is right.
    private func showMisses(_ test: PracticeTest) throws {
        let terminal = desk.terminal
        let missed = test.slots.enumerated().filter { ($0.element.answer?.score ?? 0) < 1 }
        guard !missed.isEmpty else { return }
        terminal.writeLine()
        terminal.writeLine(StyledText("What was missed", .heading))
        let view = QuestionView(terminal: terminal)
        for (index, slot) in missed {
            guard let made = try PracticeMaker(desk: desk).made(slot, of: test) else { continue }
            terminal.writeLine()
            let said = slot.answer?.said ?? ""
            terminal.writeWrapped(
                "\(index + 1). \(made.guide.term, .term), \(Phrases.name(made.question.form)). \(Self.sentence(said, made.question))"
            )
            if slot.answer?.isDoubtful == true {
                terminal.writeWrapped(
                    "Given \(Phrases.percent(slot.answer?.score ?? 0)); words alone cannot tell, so it deserves a second look.",
                    first: "  ", rest: "  ")
            }
            switch made.question.response {
            case .typed(let blanks):
                let right = blanks.compactMap(\.accepted.first).joined(separator: "; ")
                terminal.writeWrapped("Right: \(right, .correct).", first: "  ")
            case .choice(let choice) where choice.isTrueOrFalse:
                terminal.writeWrapped(
                    "Said of \(made.question.topic ?? "", .term), it is \(choice.options[choice.right].text.lowercased(), .correct).",
                    first: "  ")
            case .pairs(let pairs):
                for (term, definition) in zip(pairs.terms, pairs.key.map { pairs.definitions[$0] })
                {
                    terminal.writeWrapped(
                        "\(term, .term): \(definition)", first: "  ", rest: "    ")
                }
            default: break
            }
            if case .pairs = made.question.response { continue }
            let right =
                made.question.form == .freeResponse ? made.question.answer : made.record.item.text
            view.show(right, indent: "  ")
        }
    }
}
