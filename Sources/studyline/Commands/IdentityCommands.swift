import ArgumentParser
import StudyCore
import StudyStore
import StudyTerminal

/// `link`: gives the history of an item to another one.
struct LinkCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Give the history of an item to the one that took its place.",
        discussion: "Items are named as 'check --identity' and 'orphans' name them.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The item whose history it is.") var old: String
    @Argument(help: "The item that takes it over.") var new: String

    func run(at desk: Desk) throws {
        let (old, new) = (try desk.item(old), try desk.item(new))
        guard old != new else { throw ItemError.same(old.text) }
        let store = try desk.store
        let holder = try store.holder(of: old)
        guard try holder != store.holder(of: new) else {
            throw ItemError.linked(old.text, new.text, holder: holder.text)
        }
        try desk.append(.link(old, to: new))
        desk.terminal.writeWrapped(
            "The history of \(old.text, .code) is now that of \(new.text, .code).")
    }
}

/// `unlink`: takes a match apart, made by hand or by likeness.
struct UnlinkCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlink",
        abstract: "Take a wrong match apart: what is asked now begins without history.",
        discussion: "The old history is kept and listed by 'orphans'.")

    @OptionGroup var common: CommonOptions
    @Argument(help: "The item, as 'check --identity' names it.") var item: String

    func run(at desk: Desk) throws {
        let item = try desk.item(item)
        let deed = try desk.store.unlinking(item)
        try desk.append(deed)
        if case .part(_, _, let made) = deed {
            desk.terminal.writeWrapped(
                "Taken apart: what stands in the guide is \(made.text, .code) now, with the answers given to it; all earlier ones stay with \(item.text, .code). 'undo' takes this back."
            )
        } else {
            desk.terminal.writeWrapped(
                "Taken apart: \(item.text, .code) has its own history again.")
        }
    }
}

/// `orphans`: items with a history that stand in no guide any more.
struct OrphansCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "orphans",
        abstract: "List items that have a history and are in no guide any more, or give them up.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Option(help: ArgumentHelp("Give this item up; 'all' for all of them.", valueName: "item"))
    var forget: String?

    @Flag(help: "Do not ask before giving up.") var yes = false

    private struct OrphanData: Encodable {
        let item: String
        let guide: String
        let path: String
        let kind: String
        let text: String
        let answers: Int

        init(_ orphan: Store.Orphan) {
            item = orphan.id.text
            guide = orphan.guide.description
            path = orphan.path
            kind = orphan.kind.rawValue
            text = orphan.text
            answers = orphan.reviews
        }
    }

    func run(at desk: Desk) throws {
        let orphans = try desk.store.orphans()
        if let forget { return try giveUp(forget, orphans, desk) }
        if format.format == .json { return print(try JSON.text(orphans.map(OrphanData.init))) }
        if orphans.isEmpty { desk.terminal.writeLine(Self.none) }
        for orphan in orphans {
            desk.terminal.writeWrapped(
                "\(orphan.id.text, .code)  \(orphan.guide.description, .term) \(orphan.kind.rawValue), \(Phrases.count(orphan.reviews, "answer"))"
            )
            desk.terminal.writeWrapped(StyledText(orphan.text), first: "    ")
        }
    }

    private static let none: StyledText = "Every item with a history is in a guide."

    private func giveUp(_ name: String, _ orphans: [Store.Orphan], _ desk: Desk) throws {
        if name == "all", orphans.isEmpty { return desk.terminal.writeLine(Self.none) }
        let chosen = name == "all" ? orphans : orphans.filter { $0.id.text == name }
        guard !chosen.isEmpty else { throw ItemError.noOrphan(name) }
        let answers = chosen.reduce(0) { $0 + $1.reviews }
        let question: StyledText =
            "Give up \(Phrases.count(chosen.count, "item")) with \(Phrases.count(answers, "answer"))? 'undo' brings them back. [y/N] "
        if !yes {
            guard case .line(let reply) = try desk.terminal.readLine(LineRequest(prompt: question)),
                ["y", "yes"].contains(reply.trimmed.lowercased())
            else { return desk.terminal.writeLine("Nothing was given up.") }
        }
        for orphan in chosen { try desk.append(.forget(orphan.id)) }
        desk.terminal.writeLine("Given up: \(Phrases.count(chosen.count, "item")).")
    }
}

/// An item that cannot be meant.
enum ItemError: Error, Equatable, CustomStringConvertible {
    case unknown(String)
    case same(String)
    case linked(String, String, holder: String)
    case noOrphan(String)

    var description: String {
        switch self {
        case .unknown(let name):
            "there is no item '\(name)'; 'check --identity', 'orphans' and 'why GUIDE' name them"
        case .same(let name): "'\(name)' cannot be linked to itself"
        case .linked(let old, let new, let holder):
            "'\(old)' and '\(new)' have one history already, that of '\(holder)'; 'unlink \(holder)' takes them apart"
        case .noOrphan(let name):
            "'\(name)' is no item without a guide; 'orphans' lists them"
        }
    }
}

extension Desk {
    /// The item of a name: an item's identity, or that of one of its cards.
    func item(_ name: String) throws -> Item.ID {
        let id = Card.ID(name)?.item ?? Item.ID(name)
        guard try store.knows(id) else { throw ItemError.unknown(name) }
        return id
    }
}
