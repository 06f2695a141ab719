import ArgumentParser
import StudyStore
import StudyTerminal

/// `backup`: a copy of the history.
struct BackupCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Copy the history to a file.",
        discussion:
            "Without FILE the copy is named for the day and lies in this folder. One is made every day in any case, in the data folder's 'backups'."
    )

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("Where to; must not exist yet.", valueName: "file")) var file:
        String?

    func run(at desk: Desk) throws {
        let store = try desk.openStore()
        let target = file ?? "studyline-\(CalendarDate(desk.today).iso).sqlite"
        try store.backUp(to: target)
        desk.terminal.writeWrapped("Backed up to \(target).")
    }
}

/// `completions`: a script that completes commands in a shell.
struct CompletionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completions",
        abstract: "Print a script that completes commands in your shell.",
        discussion: """
            bash: studyline completions bash > ~/.local/share/bash-completion/completions/studyline
            zsh: studyline completions zsh > a folder of $fpath, as _studyline
            fish: studyline completions fish > ~/.config/fish/completions/studyline.fish
            """)

    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash, zsh, fish
    }

    @Argument(help: "bash, zsh or fish.") var shell: Shell

    func run() throws {
        let script: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        print(Studyline.completionScript(for: script))
    }
}
