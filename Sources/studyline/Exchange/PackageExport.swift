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

    func run(to path: String, replaces: Bool) throws {
        if !replaces, fileExists(path) { throw ExportError.exists(path) }
        let work = LongWork(style: desk.terminal.style)
        defer { work.end() }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        guard folderExists(folder) else {
            throw ExportError.unwritable(path, reason: "there is no such folder")
        }
        let draft = "\(folder)/.studyline-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: draft) }
        let scheduler = try desk.scheduler
        let writer = try AnkiPackageWriter(path: draft, decay: decay(of: scheduler))
        let heads = try desk.store.guideHeads(in: scope)
        let pasted = hasPasted ? [] : try desk.store.guides(citing: DraftGuide.pasted)
        for (index, head) in heads.enumerated() where !pasted.contains(head.id) {
            work.show("Writing guides", index, of: heads.count)
            try write(head, to: writer, scheduler)
        }
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

    // MARK: Notes

    private func write(
        _ head: GuideHead, to writer: AnkiPackageWriter, _ scheduler: Scheduler
    ) throws {
        guard let guide = try desk.store.guide(head.id) else { return }
        let names = TermNames(term: head.term, aliases: head.aliases)
        let changes = try desk.store.lastChanges(of: guide.items.map(\.id))
        let asked = guide.items.flatMap(\.cards).filter { withHistory && $0.state != nil }
        let histories = try desk.store.histories(of: asked.map(\.card))
        for record in guide.items {
            let item = record.item
            var text = html(item.text)
            switch item.kind {
            case .fact:
                let gaps = Cloze.fixedGaps(in: item.text.plain, besides: names)
                if gaps.isEmpty { continue }
                text = FieldHTML.cloze(item.text.plain, holes: gaps) { _ in 1 }
            case .cloze:
                text = FieldHTML.cloze(item.text.plain, holes: item.holes) { $0 + 1 }
            case .definition, .question: break
            }
            let standings = record.cards.filter { $0.card.facet != .term || isReversed }
            // Anki takes a note for changed by its time alone; with the other direction it is another.
            let changed = changes[record.id]?.milliseconds ?? 0
            try writer.add(
                ExportedNote(
                    item: record.id, kind: item.kind, term: head.term, text: text,
                    answer: item.answer.map(html), isReversed: isReversed,
                    className: head.className, unit: head.unit,
                    modified: changed / 1000 + (isReversed && item.kind == .definition ? 1 : 0),
                    cards: standings.map { card($0, histories[$0.card] ?? [], head, scheduler) }))
        }
    }

    private func html(_ prose: Prose) -> String {
        prose.markdown == prose.plain && !prose.plain.contains("\n")
            ? FieldHTML.text(prose.plain)
            : FieldHTML.blocks(MarkdownTree(parsing: prose.markdown).markup())
    }

    private func card(
        _ standing: CardStanding, _ history: [ReviewRecord], _ head: GuideHead,
        _ scheduler: Scheduler
    ) -> ExportedCard {
        guard withHistory else { return ExportedCard(facet: standing.card.facet) }
        let retention = desk.settings.retention(ofClass: head.id.classSlug)
        var card = ExportedCard(
            facet: standing.card.facet, state: standing.state,
            isSuspended: standing.marks.isSuspended, isFlagged: standing.marks.isFlagged,
            retention: retention)
        var state: CardState?
        for record in history where !record.isUndone {
            let review = record.review
            let after = scheduler.state(
                after: state,
                Scheduler.Answer(
                    card: review.card, rating: review.rating, evidence: review.form.evidence,
                    time: review.time,
                    clock: StudyClock(
                        utcOffset: review.utcOffset, rollover: desk.settings.rollover),
                    retention: retention))
            card.answers.append(
                ExportedAnswer(
                    time: review.time, rating: review.rating, seconds: review.seconds,
                    isPractice: review.form.evidence == .recognition && review.rating != .again,
                    before: state, after: after))
            state = after
        }
        return card
    }
}
