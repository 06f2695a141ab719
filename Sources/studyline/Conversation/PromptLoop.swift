import ArgumentParser
import StudyCore
import StudyTerminal

/// The prompt: a line is a command, an empty line starts the quiz.
struct PromptLoop {
    let desk: Desk

    private static let prompt = StyledText("studyline> ", .prompt)

    func run() throws {
        let terminal = desk.terminal
        desk.isAtPrompt = true
        try HomeView(desk: desk).show()
        // While the learner reads, the plan of the day is made.
        try desk.examPlans.begin()
        defer { desk.examPlans.finishQuietly() }
        while true {
            let request = LineRequest(
                prompt: Self.prompt, completion: PromptCompletion(desk: desk).complete,
                history: true)
            switch try terminal.readLine(request) {
            case .line(let line):
                if try perform(line) == .leave { return }
            case .interrupt:
                terminal.writeLine(StyledText("Ctrl-D or 'quit' leaves.", .faint))
            case .end:
                terminal.writeLine()
                return
            case .terminated(let signal):
                throw Terminated(signal: signal)
            case .key:
                continue
            }
        }
    }

    private enum Next {
        case goOn, leave
    }

    /// Runs one line; what goes wrong is said and the prompt goes on.
    private func perform(_ line: String) throws -> Next {
        do {
            let words = try CommandWords.split(line)
            switch words.first {
            case nil: try QuizRun(desk: desk, request: QuizRequest()).run()
            case "quit", "exit", "q": return .leave
            case "help" where words.count == 1, "?" where words.count == 1: showHelp()
            default: try run(words)
            }
        } catch let error as Terminated {
            throw error
        } catch {
            let report = Failure(error)
            if !report.message.isEmpty {
                desk.terminal.writeWrapped(
                    StyledText(report.message, report.isFault ? .wrong : nil))
            }
        }
        Interruption.takeInterrupt()
        return .goOn
    }

    private func run(_ words: [String]) throws {
        var command = try Studyline.command(words)
        if let command = command as? any DeskCommand, !(command is Studyline) {
            try command.run(at: desk)
        } else if command is any ReadsStandardInput {
            // The prompt reads the same input; its next lines would be taken for data.
            throw ShellOnly(name: words[0])
        } else {
            try command.run()
        }
    }

    private func showHelp() {
        let terminal = desk.terminal
        terminal.writeWrapped("Enter alone starts the quiz. The commands:")
        for command in Studyline.configuration.subcommands
        where command.configuration.shouldDisplay {
            let name = command.configuration.commandName ?? ""
            terminal.writeWrapped(
                StyledText(command.configuration.abstract),
                first: StyledText("  " + name.padded(to: 12), .strong))
        }
        terminal.writeWrapped(
            StyledText("Leave.", nil), first: StyledText("  " + "quit".padded(to: 12), .strong))
        terminal.writeWrapped(
            "'help quiz' tells more of one. In a question, :help lists what can be said there.")
    }
}

/// A word at the place of a command that is none.
struct UnknownCommand: Error, CustomStringConvertible {
    /// The command under which it stands; nil for one of the program's own.
    let group: String?
    let name: String
    private let known: [String]

    /// Nil when the words name a command.
    init?(in words: [String]) {
        let (type, rest) = Studyline.named(by: words)
        guard let name = rest.first, !name.hasPrefix("-"), name != "help",
            !type.configuration.subcommands.isEmpty
        else { return nil }
        group = type == Studyline.self ? nil : type.configuration.commandName
        self.name = name
        known = type == Studyline.self ? Studyline.commandNames : type.subcommandNames
    }

    var description: String {
        let before = group.map { "\($0) " } ?? ""
        let near = NearName.suggestions(for: name, among: known)
        guard let first = near.first else {
            let others =
                group == nil ? "'help' lists them" : "there are \(known.joined(separator: ", "))"
            return "There is no command '\(before)\(name)'; \(others)."
        }
        return "There is no command '\(before)\(name)'. Did you mean '\(before)\(first)'?"
    }
}

/// A command that reads standard input, which at the prompt is the learner's.
struct ShellOnly: Error, CustomStringConvertible {
    let name: String

    var description: String {
        "'\(name)' reads its data from standard input; run it from the shell: studyline \(name) < FILE"
    }
}
