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
        var className: String?
        var unit: String??
        for head in heads {
            if head.className != className {
                if className != nil { lines.append("") }
                lines += StyledText(head.className, .heading).wrapped(to: width)
                className = head.className
                unit = .none
            }
            if unit == .none || unit != .some(head.unit) {
                if let name = head.unit {
                    lines += StyledText(name, .strong).wrapped(to: width, first: "  ")
                }
                unit = .some(head.unit)
            }
            lines += StyledText(head.term, .term).wrapped(to: width, first: "    ")
        }
        return lines
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
