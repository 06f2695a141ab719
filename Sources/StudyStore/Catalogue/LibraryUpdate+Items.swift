import GRDB
import StudyCore

/// Items that the ledger knows.
extension LibraryUpdate {
    /// Puts a known item where it stands now, and writes down what is other than before.
    mutating func place(
        _ item: Item, _ sighting: Sighting, of guide: Guide, in guideNumber: Int64,
        as assignment: IdentityResolution.Assignment, _ known: NumberedItem
    ) throws {
        let ordinal = sighting.ordinal
        let fingerprint = sighting.fingerprint.stored
        var line = known.previous?.ledgerLine
        let holes = HoleList.text(item.holes)
        if !isRecorded(known.previous, guide, fingerprint, holes) {
            line = try record(
                item, ordinal: ordinal, of: guide, fingerprint, as: assignment, known)
        }
        let changedAt = assignment.changed == nil ? nil : now.milliseconds
        // What stays as it was is not written: most of a guide, as a rule.
        try db.cachedStatement(
            sql: """
                INSERT INTO entry (item, \(entryColumns), changed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (item) DO UPDATE SET (\(entryColumns)) = (\(excludedEntryColumns)),
                    changed_at = coalesce(excluded.changed_at, changed_at), is_forgotten = 0
                    WHERE (\(entryColumns)) IS NOT (\(excludedEntryColumns))
                        OR excluded.changed_at IS NOT NULL
                """
        ).execute(arguments: [
            known.number, guideNumber, line, ordinal, item.line, item.kind.rawValue,
            item.text.storedMarkdown, item.text.plain, item.answer?.storedMarkdown,
            item.answer?.plain, holes, item.explicitID, fingerprint, changedAt,
        ])
        let insertion = try Placement.insertion(db)
        for (index, facet) in item.facets.enumerated() {
            let rank = Placement.rank(kind: item.kind, ordinal: ordinal, facetIndex: index)
            try insertion.execute(arguments: [known.number, facet.rawValue, guideNumber, rank])
        }
        if let previous = known.previous,
            previous.kind != item.kind.rawValue || previous.holes != holes
        {
            try detachCards(of: known.number, but: item.facets)
        }
        if let changedAt {
            try db.execute(
                sql: """
                    UPDATE card_state SET is_changed = (last_time < ?)
                    WHERE item = ? AND phase > 0
                    """,
                arguments: [changedAt, known.number])
        }
    }

    /// Whether the ledger's last line says what is so now.
    private func isRecorded(
        _ previous: Previous?, _ guide: Guide, _ fingerprint: Int64, _ holes: String?
    ) -> Bool {
        guard let previous else { return false }
        return previous.fingerprint == fingerprint && previous.holes == holes
            && previous.path == guide.path
            && previous.classSlug == guide.id.classSlug && previous.termSlug == guide.id.termSlug
            && previous.guideExplicitID == guide.explicitID && !previous.isOrphan
    }

    private mutating func record(
        _ item: Item, ordinal: Int, of guide: Guide, _ fingerprint: Int64,
        as assignment: IdentityResolution.Assignment, _ known: NumberedItem
    ) throws -> Int64 {
        var likeness: Double?
        if case .similar(let score) = assignment.origin { likeness = min(1, score) }
        let device = try store.device(at: now, db)
        ledgerLine += 1
        try db.cachedStatement(
            sql: """
                INSERT INTO ledger (number, device, time, item, kind, class_slug, term_slug,
                    guide_explicit_id, path, ordinal, fingerprint, text, answer, holes,
                    likeness, changed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            ledgerLine, device.number, now.milliseconds, known.number, item.kind.rawValue,
            guide.id.classSlug, guide.id.termSlug, guide.explicitID, guide.path, ordinal,
            fingerprint,
            item.text.plain, item.answer?.plain, HoleList.text(item.holes), likeness,
            assignment.changed?.rawValue ?? 0,
        ])
        return ledgerLine
    }
}

extension Prose {
    /// The Markdown, or nil when it is the plain text: what the entry table holds.
    var storedMarkdown: String? { markdown == plain ? nil : markdown }
}

private let entryColumns = """
    guide, ledger_line, ordinal, line, kind, markdown, plain, answer_markdown, answer_plain, \
    holes, explicit_id, fingerprint
    """
private let excludedEntryColumns = """
    excluded.guide, excluded.ledger_line, excluded.ordinal, excluded.line, excluded.kind, \
    excluded.markdown, excluded.plain, excluded.answer_markdown, excluded.answer_plain, \
    excluded.holes, excluded.explicit_id, excluded.fingerprint
    """
