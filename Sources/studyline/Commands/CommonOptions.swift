import ArgumentParser
import StudyTerminal

/// Options that every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Read guides from this folder only.", valueName: "folder"))
    var content: String?

    @Option(help: ArgumentHelp("Keep history and settings in this folder.", valueName: "folder"))
    var data: String?

    @Option(help: ArgumentHelp("Colours: auto, always or never.", valueName: "when"))
    var color: ColorChoice?

    @Option(help: ArgumentHelp("Make chance repeatable.", valueName: "number"))
    var seed: UInt64?

    /// The options as plain values.
    var start: StartOptions {
        StartOptions(content: content, data: data, color: color, seed: seed)
    }
}

extension ColorChoice: ExpressibleByArgument {}

/// How data is written to standard output.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}

/// The option of commands that show data.
struct FormatOption: ParsableArguments {
    @Option(help: ArgumentHelp("text for people, json for programs.", valueName: "format"))
    var format: OutputFormat = .text
}
