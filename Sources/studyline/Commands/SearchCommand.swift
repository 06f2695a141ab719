import ArgumentParser
import StudyCore
import StudyTerminal

/// `search`: finds words in guides.
struct SearchCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find guides by the words in them.",
        discussion: "All words must stand in one definition, fact, question or answer, or in the term.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: "The words.") var words: [String]

    @Option(help: "Most places shown.") var limit = 20

    private struct Found: Encodable {
        let guide: String
        let term: String
        let kind: String
        let text: String
    }

    func run(at desk: Desk) throws {
        let hits = try desk.store.search(words.flatMap { $0.split(separator: " ").map(String.init) }, limit: max(1, limit))
        if format.format == .json {
            return print(
                try JSON.text(
                    hits.map {
                        Found(
                            guide: $0.guide.id.description, term: $0.guide.term,
                            kind: $0.kind.rawValue, text: $0.text)
                    }))
        }
        guard !hits.isEmpty else {
            StandardError.write("Nothing found.")
            throw ExitCode.failure
        }
        for hit in hits {
            desk.terminal.writeWrapped("\(hit.guide.term, .term) \(hit.kind.rawValue, .faint)")
            desk.terminal.writeWrapped(StyledText(hit.text), first: "    ")
        }
    }
}
