import ArgumentParser
import StudyStore
import StudyTerminal

/// The program: `studyline` alone opens the prompt, with words it runs one command.
@main
struct Studyline: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "studyline",
        abstract: "Study guides, asked at the terminal and remembered.",
        discussion: "Alone it opens a prompt, where the same commands work.",
        version: "0.1.0",
        subcommands: [
            QuizCommand.self, TestCommand.self, ExamCommand.self, ReadCommand.self,
            GuidesCommand.self,
            SearchCommand.self,
            ProgressCommand.self, WhyCommand.self, HistoryCommand.self, UndoCommand.self,
            RedoCommand.self, SuspendCommand.self, BuryCommand.self, FlagCommand.self,
            EditCommand.self, CheckCommand.self, LinkCommand.self, UnlinkCommand.self,
            OrphansCommand.self, MemoryCommand.self, GradeCommand.self,
            OptimizeCommand.self, EvaluateCommand.self, ConfigCommand.self,
            ImportCommand.self, ExportCommand.self,
            BackupCommand.self, DoctorCommand.self, CompletionsCommand.self,
        ])

    @OptionGroup var common: CommonOptions

    /// Names of the commands, `help` among them.
    static var commandNames: [String] {
        subcommandNames + ["help"]
    }

    func run(at desk: Desk) throws {
        try PromptLoop(desk: desk).run()
    }

    static func main() {
        // Else the store's file could become standard input.
        StandardStreams.openMissing()
        Store.leaveMemoryUncounted()
        do {
            let words = Array(CommandLine.arguments.dropFirst())
            // The command line parser costs as much as the rest of a start; nobody needs it here.
            if words.isEmpty {
                let desk = try Desk(StartOptions())
                defer { desk.close() }
                try PromptLoop(desk: desk).run()
            } else {
                var command = try command(words)
                try command.run()
            }
        } catch let error as Terminated {
            Signals.end(by: error.signal)
        } catch {
            finish(Failure(error))
        }
    }

    /// The command that words stand for.
    ///
    /// - Parameter words: A command and what belongs to it, as a shell hands them over.
    /// - Returns: The command, ready to run.
    /// - Throws: `UnknownCommand`, or what the command line parser has to say.
    static func command(_ words: [String]) throws -> any ParsableCommand {
        if let command = alone(words) { return command }
        do {
            return try parseAsRoot(words)
        } catch {
            throw UnknownCommand(in: words) ?? error
        }
    }

    /// A sound call of one command, parsed by that command alone; nil for all else.
    ///
    /// Making ready the parser of every command takes longer than opening the store. What is not sound
    /// goes there all the same, for the words in which it is refused.
    private static func alone(_ words: [String]) -> (any ParsableCommand)? {
        let (type, rest) = named(by: words)
        guard type != Studyline.self, type.configuration.subcommands.isEmpty else { return nil }
        return try? type.parse(Array(rest))
    }

    /// The command that the first words name, and the words after its name.
    static func named(by words: [String]) -> (
        type: any ParsableCommand.Type, rest: ArraySlice<String>
    ) {
        var type: any ParsableCommand.Type = Studyline.self
        var rest = words[...]
        while let name = rest.first, let next = type.subcommand(named: name) {
            type = next
            rest = rest.dropFirst()
        }
        return (type, rest)
    }

    private static func finish(_ failure: Failure) -> Never {
        if !failure.message.isEmpty {
            if failure.code == 0 {
                print(failure.message)
            } else {
                StandardError.write(
                    failure.code == 64 ? failure.message : "studyline: \(failure.message)")
            }
        }
        exit(withError: ExitCode(failure.code))
    }
}

extension ParsableCommand {
    /// The command of a name below this one; nil when there is none.
    static func subcommand(named name: String) -> (any ParsableCommand.Type)? {
        configuration.subcommands.first { $0.configuration.commandName == name }
    }

    /// Names of the commands below this one.
    static var subcommandNames: [String] {
        configuration.subcommands.compactMap { $0.configuration.commandName }
    }
}
