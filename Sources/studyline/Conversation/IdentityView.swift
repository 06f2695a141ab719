import StudyCore
import StudyStore
import StudyTerminal

/// What became of items when guides were edited: found again by likeness, gone, new.
struct IdentityView {
    let desk: Desk
    /// How far back to look.
    let days: Int

    /// Most entries of each kind.
    private static let most = 200

    private struct Match: Encodable {
        let item: String
        let guide: String
        let kind: String
        let old: String
        let new: String
        /// 0–1, to three places; nil when something else told that it is the same.
        let likeness: Double?
        let changed: [Change]
    }

    /// In what the meaning may be another.
    private enum Change: String, CaseIterable, Encodable {
        case numbers, negation, wording, holes

        var meaning: MeaningChange {
            switch self {
            case .numbers: .numbers
            case .negation: .negation
            case .wording: .wording
            case .holes: .holes
            }
        }

        var words: String {
            switch self {
            case .numbers: "its numbers"
            case .negation: "a negation"
            case .wording: "much of its wording"
            case .holes: "what it leaves out"
            }
        }
    }

    private struct Gone: Encodable {
        let item: String
        let guide: String
        let kind: String
        let text: String
        let answers: Int
    }

    private struct Fresh: Encodable {
        let item: String
        let guide: String
        let kind: String
        let text: String
    }

    private struct Report: Encodable {
        let matched: [Match]
        let orphaned: [Gone]
        let new: [Fresh]
    }

    func show(_ format: OutputFormat) throws {
        let report = try report()
        if format == .json { return print(try JSON.text(report)) }
        let terminal = desk.terminal
        heading("Found again with other words", report.matched.count)
        for match in report.matched {
            terminal.writeWrapped(
                "\(match.item, .code)  \(match.guide, .term) \(match.kind)\(match.likeness.map { ", likeness \(Phrases.percent($0))" } ?? "")"
            )
            terminal.writeWrapped(StyledText(match.old), first: "  - ")
            terminal.writeWrapped(StyledText(match.new), first: "  + ")
            if !match.changed.isEmpty {
                let parts = match.changed.map(\.words).joined(separator: " and ")
                terminal.writeWrapped(
                    StyledText(
                        "    Changed in \(parts): it is asked soon.",
                        .warning))
            }
        }
        heading("In no guide any more, with history", report.orphaned.count)
        for gone in report.orphaned {
            terminal.writeWrapped(
                "\(gone.item, .code)  \(gone.guide, .term) \(gone.kind), \(Phrases.count(gone.answers, "answer"))"
            )
            terminal.writeWrapped(StyledText(gone.text), first: "    ")
        }
        heading("New", report.new.count)
        for fresh in report.new {
            terminal.writeWrapped("\(fresh.item, .code)  \(fresh.guide, .term) \(fresh.kind)")
            terminal.writeWrapped(StyledText(fresh.text), first: "    ")
        }
        if !report.matched.isEmpty || !report.orphaned.isEmpty {
            terminal.writeWrapped(
                "'unlink ITEM' takes a wrong match apart; 'link OLD NEW' gives one item's history to another."
            )
        }
    }

    private func heading(_ title: StyledText, _ count: Int) {
        desk.terminal.writeWrapped("\(title.with(.strong)): \(count == 0 ? "none" : String(count))")
    }

    private func report() throws -> Report {
        let store = try desk.store
        let since = desk.clock(at: desk.now()).start(of: desk.today + -days)
        let matched = try store.rewordings(since: since, limit: Self.most).map { change in
            Match(
                item: change.item.text, guide: change.guide.description, kind: change.kind.rawValue,
                old: Self.text(change.oldText, change.oldAnswer),
                new: Self.text(change.newText, change.newAnswer),
                likeness: change.likeness.map { ($0 * 1000).rounded() / 1000 },
                changed: Change.allCases.filter { change.changed.contains($0.meaning) })
        }
        let orphaned = try store.orphans().map {
            Gone(
                item: $0.id.text, guide: $0.guide.description, kind: $0.kind.rawValue,
                text: $0.text, answers: $0.reviews)
        }
        let new = try store.newItems(since: since, limit: Self.most).map {
            Fresh(
                item: $0.item.text, guide: $0.guide.description, kind: $0.kind.rawValue,
                text: $0.text)
        }
        return Report(matched: matched, orphaned: orphaned, new: new)
    }

    private static func text(_ text: String, _ answer: String?) -> String {
        [text, answer].compactMap { $0 }.joined(separator: "\n")
    }
}
