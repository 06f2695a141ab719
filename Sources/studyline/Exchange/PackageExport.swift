import FSRS
import Foundation
import StudyContent
import StudyCore
import StudyExchange
import StudyStore
import StudyTerminal

/// Writes the guides of a scope as a package of Anki.
struct PackageExport {
    let desk: Desk
    let scope: Store.Scope
    let isReversed: Bool
    let withHistory: Bool
    /// Whether guides that were pasted from others' pages come along.
    let hasPasted: Bool

    /// Guides that are in memory at one time.
    private static let batch = 16

    func run(to path: String, replaces: Bool) throws {
        if !replaces, fileExists(path) { throw ExportError.exists(path) }
        let work = desk.longWork()
        defer { work.end() }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard folderExists(folder) else {
            throw ExportError.unwritable(path, reason: "there is no such folder")
        }
        let draft = "\(folder)/.studyline-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        let scheduler = try desk.scheduler
        let writer = try AnkiPackageWriter(path: draft, decay: decay(of: scheduler))
        let packing = Packing(writer)
        let heads = try desk.store.guideHeads(in: scope)
        let pasted = hasPasted ? [] : try desk.store.guides(citing: DraftGuide.pasted)
        let chosen = heads.filter { !pasted.contains($0.id) }
        let maker = ExportedNotes(
            settings: desk.settings, scheduler: scheduler, isReversed: isReversed,
            withHistory: withHistory)
        for start in stride(from: 0, to: chosen.count, by: Self.batch) {
            work.show("Writing guides", start, of: chosen.count)
            let guides = try chosen[start..<min(start + Self.batch, chosen.count)]
                .compactMap(read)
            try packing.add(concurrently(guides.count) { maker.notes(of: guides[$0]) })
        }
        try packing.finish()
        let left = heads.count { pasted.contains($0.id) }
        if left > 0 {
            work.end()
            StandardError.write(
                "\(Phrases.count(left, "guide")) pasted from others' pages left out; --pasted takes them along."
            )
        }
        guard writer.notes > 0 else { throw ExportError.nothing }
        work.show("Packing")
        try writer.finish()
        try put(draft, at: path, replaces: replaces)
        work.end()
        say(writer, path)
    }

    private func decay(of scheduler: Scheduler) -> Double {
        let parameters = scheduler.model.parameters
        let standard = Parameters.standard(.fsrs6)
        return (parameters.version == .fsrs6 ? parameters : standard).values[20]
    }

    private func put(_ draft: String, at path: String, replaces: Bool) throws {
        if replaces {
            guard rename(draft, path) == 0 else {
                throw ExportError.unwritable(path, reason: String(cString: strerror(errno)))
            }
        } else {
            // Unlike a rename, a second name never takes the place of a file that came meanwhile.
            do {
                try FileManager.default.linkItem(atPath: draft, toPath: path)
            } catch {
                if fileExists(path) { throw ExportError.exists(path) }
                throw ExportError.unwritable(path, reason: systemReason(error))
            }
        }
    }

    private func say(_ writer: AnkiPackageWriter, _ path: String) {
        var text =
            "Wrote \(Phrases.count(writer.notes, "note")) with \(Phrases.count(writer.cards, "card"))"
        if withHistory { text += " and \(Phrases.count(writer.answers, "answer"))" }
        desk.terminal.writeWrapped(StyledText("\(text) to \(path)."))
        if withHistory, writer.answers > 0 {
            desk.terminal.writeWrapped(
                "Tick 'Import any learning progress' in Anki to take the answers along; it takes them once a card."
            )
        }
    }

    /// A guide with all that is to be written of it; nil when it is gone.
    private func read(_ head: GuideHead) throws -> ExportedNotes.Source? {
        guard let guide = try desk.store.guide(head.id) else { return nil }
        let asked = guide.items.flatMap(\.cards).filter { withHistory && $0.state != nil }
        return ExportedNotes.Source(
            guide: guide, changes: try desk.store.lastChanges(of: guide.items.map(\.id)),
            answers: try desk.store.countingAnswers(to: asked.map(\.card)))
    }
}
