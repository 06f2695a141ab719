import ArgumentParser
import StudyCore
import StudyStore
import StudyTerminal

/// `guides`: what there is to study.
struct GuidesCommand: DeskCommand {
    static let configuration = CommandConfiguration(
        commandName: "guides", abstract: "List classes, units and guides.")

    @OptionGroup var common: CommonOptions
    @OptionGroup var format: FormatOption

    @Argument(help: ArgumentHelp("A class, unit or guide; everything without.", valueName: "scope"))
    var scope: [String] = []

    func run(at desk: Desk) throws {
        let scope =
            scope.isEmpty
            ? Store.Scope.all : try desk.part(named: scope.joined(separator: " ")).scope
        let heads = try desk.store.guideHeads(in: scope)
        if format.format == .json { return print(try JSON.text(heads.map(GuideHeadData.init))) }
        guard !heads.isEmpty else { throw ScopeError.empty }
        desk.page(lines(heads, width: min(desk.terminal.width, 80)))
    }

    private func lines(_ heads: [GuideHead], width: Int) -> [StyledText] {
        var lines: [StyledText] = []
        for (className, heads) in heads.grouped(by: \.className) {
            if !lines.isEmpty { lines.append("") }
            lines += StyledText(className, .heading).wrapped(to: width)
            for (unit, heads) in heads.grouped(by: \.unit) {
                if let unit { lines += StyledText(unit, .strong).wrapped(to: width, first: "  ") }
                for head in heads {
                    lines += StyledText(head.term, .term).wrapped(to: width, first: "    ")
                }
            }
        }
        return lines
    }
}

extension [GuideHead] {
    /// The guides by what they share, groups and guides in the order in which they first come: a
    /// guide that was added later stands behind others, and still belongs to its unit.
    fileprivate func grouped<Key: Hashable>(by key: (GuideHead) -> Key) -> [(Key, [GuideHead])] {
        let groups = Dictionary(grouping: self, by: key)
        var seen: Set<Key> = []
        return map(key).filter { seen.insert($0).inserted }.map { ($0, groups[$0, default: []]) }
    }
}

/// A guide in a list, as JSON.
struct GuideHeadData: Encodable {
    let id: String
    let term: String
    let `class`: String
    let unit: String?
    let path: String
    let aliases: [String]

    init(_ head: GuideHead) {
        id = head.id.description
        term = head.term
        `class` = head.className
        unit = head.unit
        path = head.path
        aliases = head.aliases
    }
}
