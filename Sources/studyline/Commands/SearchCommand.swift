import ArgumentParser
import StudyCore
import StudyStore
import StudyTerminal

/// `search`: finds words in guides.
struct SearchCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find guides by the words in them.",
        discussion:
            "All words must stand in one definition, fact, question or answer, or in the term.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: "The words.") var words: [String]

    @Option(help: "Most places shown.") var limit = 20

    private struct Found: Encodable {
        let guide: String
        let term: String
        let places: [Place]
    }

    private struct Place: Encodable {
        let kind: String
        let text: String
        let answer: String?
    }

    func run(at desk: Desk) throws {
        let hits = try desk.store.search(words.joined(separator: " "), limit: max(1, limit))
        if format.format == .json {
            return print(
                try JSON.text(
                    hits.map { hit in
                        Found(
                            guide: hit.guide.id.description, term: hit.guide.term,
                            places: hit.items.map {
                                Place(kind: $0.kind.rawValue, text: $0.text, answer: $0.answer)
                            })
                    }))
        }
        guard !hits.isEmpty else {
            StandardError.write("Nothing found.")
            throw ExitCode.failure
        }
        for hit in hits {
            desk.terminal.writeWrapped("\(hit.guide.term, .term)")
            for place in hit.items {
                desk.terminal.writeWrapped(
                    StyledText(
                        [place.text, place.answer].compactMap { $0 }.joined(separator: "\n")),
                    first: StyledText("  \(place.kind.rawValue)  ", .faint), rest: "    ")
            }
        }
    }
}
