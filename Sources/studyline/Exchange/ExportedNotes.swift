import FSRS
import StudyContent
import StudyCore
import StudyExchange
import StudyStore

/// Makes notes of guides, for packages of Anki.
struct ExportedNotes: Sendable {
    let settings: Settings
    let scheduler: Scheduler
    let isReversed: Bool
    let withHistory: Bool

    /// A guide with what the store knows of it.
    struct Source: Sendable {
        let guide: GuideRecord
        let changes: [Item.ID: Timestamp]
        let answers: [Card.ID: [CountingAnswer]]
    }

    func notes(of source: Source) -> [ExportedNote] {
        let head = source.guide.head
        let names = TermNames(term: head.term, aliases: head.aliases)
        return source.guide.items.compactMap { record in
            let item = record.item
            var text = html(item.text)
            switch item.kind {
            case .fact:
                let gaps = Cloze.fixedGaps(in: item.text.plain, besides: names)
                if gaps.isEmpty { return nil }
                text = FieldHTML.cloze(item.text.plain, holes: gaps) { _ in 1 }
            case .cloze:
                text = FieldHTML.cloze(item.text.plain, holes: item.holes) { $0 + 1 }
            case .definition, .question: break
            }
            let standings = record.cards.filter { $0.card.facet != .term || isReversed }
            // Anki takes a note for changed by its time alone; with the other direction it is another.
            let changed = source.changes[record.id]?.milliseconds ?? 0
            return ExportedNote(
                item: record.id, kind: item.kind, term: head.term, text: text,
                answer: item.answer.map(html), isReversed: isReversed,
                className: head.className, unit: head.unit,
                modified: changed / 1000 + (isReversed && item.kind == .definition ? 1 : 0),
                cards: standings.map { card($0, source.answers[$0.card] ?? [], head) })
        }
    }

    private func html(_ prose: Prose) -> String {
        prose.markdown == prose.plain && !prose.plain.contains("\n")
            ? FieldHTML.text(prose.plain)
            : FieldHTML.blocks(MarkdownTree(parsing: prose.markdown).markup())
    }

    private func card(
        _ standing: CardStanding, _ history: [CountingAnswer], _ head: GuideHead
    ) -> ExportedCard {
        guard withHistory else { return ExportedCard(facet: standing.card.facet) }
        let retention = settings.retention(ofClass: head.id.classSlug)
        var card = ExportedCard(
            facet: standing.card.facet, state: standing.state,
            isSuspended: standing.marks.isSuspended, isFlagged: standing.marks.isFlagged,
            retention: retention)
        var state: CardState?
        for answer in history {
            let after = scheduler.state(
                after: state,
                Scheduler.Answer(
                    card: answer.card, rating: answer.rating, evidence: answer.form.evidence,
                    time: answer.time,
                    clock: StudyClock(
                        utcOffset: answer.utcOffset, rollover: settings.rollover),
                    retention: retention))
            card.answers.append(
                ExportedAnswer(
                    time: answer.time, rating: answer.rating, seconds: answer.seconds,
                    isPractice: answer.form.evidence == .recognition && answer.rating != .again,
                    before: state, after: after))
            state = after
        }
        return card
    }
}
