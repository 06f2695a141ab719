import ArgumentParser
import StudyCore
import StudyStore
import StudyTerminal

/// `why`: why a card comes when it comes.
struct WhyCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Explain when a card comes and why.",
        discussion: "CARD is a card's name, as 'why GUIDE' lists them, or a guide.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Flag(help: "Draw how the memory of a card fades.") var plot = false

    @Argument(help: ArgumentHelp("A card or a guide.", valueName: "card"))
    var card: [String]

    func run(at desk: Desk) throws {
        let cards = try desk.cards(named: card.joined(separator: " "))
        if format.format == .json {
            return print(try JSON.text(try cards.map { try CardData($0, desk: desk) }))
        }
        if let only = cards.first, cards.count == 1 {
            return try WhyView(desk: desk).show(only, draws: plot)
        }
        let now = desk.now()
        let today = desk.today
        for record in cards {
            desk.terminal.writeWrapped(
                "\(record.id.description, .code)  \(EventText.name(of: record.id.facet))")
            desk.terminal.writeWrapped(
                StyledText(record.item.text.plain, .faint).truncated(
                    to: min(76, desk.terminal.width - 4), style: desk.terminal.style),
                first: "    ")
            let view = WhyView(desk: desk)
            let sentences =
                [try view.sentence(record, try desk.steps(of: record), now: now, today: today)]
                + view.marks(of: record, on: today)
            desk.terminal.writeWrapped(sentences.joined(separator: " "), first: "    ")
        }
    }
}

/// `history`: the latest answers and deeds.
struct HistoryCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "List the latest answers, or those of one guide or card.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: ArgumentHelp("A card or a guide; everything without.", valueName: "card"))
    var card: [String] = []

    @Option(help: "Most answers shown.") var limit = 20

    func run(at desk: Desk) throws {
        var records: [ReviewRecord]
        if card.isEmpty {
            records = try desk.store.recentReviews(limit: max(1, limit))
        } else {
            records = try desk.cards(named: card.joined(separator: " "))
                .flatMap { try desk.store.history(of: $0.id) }
            records.sort { ($0.review.time, $0.review.id) > ($1.review.time, $1.review.id) }
            records = Array(records.prefix(max(1, limit)))
        }
        if format.format == .json { return print(try JSON.text(records.map(ReviewData.init))) }
        guard !records.isEmpty else {
            return desk.terminal.writeLine("Nothing has been answered yet.")
        }
        for record in records {
            var line = try EventText(desk: desk).text(of: .review(record.review))
            if record.isUndone { line += StyledText(" · undone", .faint) }
            desk.terminal.writeWrapped(line, rest: "    ")
        }
    }
}

/// `suspend`: takes cards out of all quizzes, or back in.
struct SuspendCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Never ask a card or guide, until it is resumed.")

    @OptionGroup var common: CommonOptions
    @Flag(help: "Ask it again from now on.") var resume = false
    @Argument(help: ArgumentHelp("A card or a guide.", valueName: "card")) var card: [String]

    func run(at desk: Desk) throws {
        try desk.mark(card, done: resume ? "resumed" : "suspended") {
            resume == $0.marks.isSuspended ? (resume ? .resume($0.id) : .suspend($0.id)) : nil
        }
    }
}

/// `bury`: hides cards until tomorrow.
struct BuryCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "bury", abstract: "Hide a card or guide until tomorrow.")

    @OptionGroup var common: CommonOptions
    @Argument(help: ArgumentHelp("A card or a guide.", valueName: "card")) var card: [String]

    func run(at desk: Desk) throws {
        let tomorrow = desk.today + 1
        try desk.mark(card, done: "hidden until tomorrow") { .bury($0.id, until: tomorrow) }
    }
}

/// `flag`: marks cards, unmarks them, or lists those that are marked.
struct FlagCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "flag",
        abstract: "Mark a card or guide to look at later; list the marked ones.")

    @OptionGroup var common: CommonOptions
    @Flag(help: "Take the mark off.") var remove = false
    @Argument(
        help: ArgumentHelp("A card or a guide; without, lists what is marked.", valueName: "card"))
    var card: [String] = []

    func run(at desk: Desk) throws {
        guard !card.isEmpty else {
            let cards = try desk.store.flaggedCards()
            if cards.isEmpty { desk.terminal.writeLine("No card is flagged.") }
            for id in cards {
                desk.terminal.writeWrapped(
                    "\(id.description, .code)  \(try EventText(desk: desk).name(of: id))")
            }
            return
        }
        try desk.mark(card, done: remove ? "unflagged" : "flagged") {
            remove == $0.marks.isFlagged ? (remove ? .unflag($0.id) : .flag($0.id)) : nil
        }
    }
}

extension Desk {
    /// The cards of a guide, in its order.
    func cards(of guide: GuideHead) throws -> [CardRecord] {
        try store.guide(guide.id)?.items.flatMap(\.cards).compactMap {
            try store.card($0.card)
        } ?? []
    }

    /// The cards of a name: one card by its identity, or all of a guide.
    func cards(named name: String) throws -> [CardRecord] {
        if let id = Card.ID(name), let record = try store.card(id) { return [record] }
        let guide = try guide(named: name)
        return try cards(of: guide)
    }

    /// Notes a deed for each card of a name, and says for how many.
    ///
    /// - Parameters:
    ///   - words: The name.
    ///   - done: What was done, in words.
    ///   - deed: The deed for a card; nil when nothing is to be done.
    /// - Throws: When the name names nothing, or the store cannot be written.
    func mark(
        _ words: [String], done: String, deed: (CardRecord) -> Action.Deed?
    ) throws {
        let deeds = try cards(named: words.joined(separator: " ")).compactMap(deed)
        for deed in deeds { try append(deed) }
        terminal.writeLine(
            deeds.isEmpty
                ? "Nothing to do." : "\(Phrases.count(deeds.count, "card")) \(done).")
    }
}
