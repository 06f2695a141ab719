import BulkSQL
import GRDB
import StudyCore

/// Items that the ledger knows.
extension LibraryUpdate {
    /// Puts a known item where it stands now, and writes down what is other than before.
    mutating func place(
        _ item: Item, _ sighting: Sighting, of guide: Guide, in guideNumber: Int64,
        as assignment: IdentityResolution.Assignment, _ known: NumberedItem
    ) throws {
        let previous = known.previous
        var row = CatalogueEntry(
            item, sighting, in: guideNumber, ledgerLine: previous?.row.ledgerLine ?? 0)
        if !isRecorded(previous, guide, row) {
            row.ledgerLine = try record(item, row, of: guide, as: assignment, known)
        }
        let changedAt = assignment.changed == nil ? nil : now.milliseconds
        if previous == nil {
            try row.insert(known.number, by: CatalogueEntry.insertion(db))
        } else if row != previous?.row || changedAt != nil {
            try row.update(known.number, changedAt: changedAt, db)
        }
        if previous.map({ row.hasSameCards(as: $0.row) }) != true {
            try placeCards(of: item, row, as: known)
        }
        if let changedAt {
            try BulkStatement(
                cached: """
                    UPDATE card_state SET is_changed = (last_time < ?)
                    WHERE item = ? AND phase > 0
                    """, db
            ).run(changedAt, known.number)
        }
    }

    private func placeCards(of item: Item, _ row: CatalogueEntry, as known: NumberedItem) throws {
        let insertion = try Placement.insertion(db)
        for (index, facet) in item.facets.enumerated() {
            let rank = Placement.rank(kind: item.kind, ordinal: row.ordinal, facetIndex: index)
            try insertion.execute(arguments: [known.number, facet.rawValue, row.guide, rank])
        }
        if let previous = known.previous?.row,
            (previous.kind, previous.holes) != (row.kind, row.holes)
        {
            try detachCards(of: known.number, but: item.facets)
        }
    }

    /// Whether the ledger's last line says what is so now.
    private func isRecorded(
        _ previous: StoredLedger.Entry?, _ guide: Guide, _ row: CatalogueEntry
    ) -> Bool {
        guard let previous else { return false }
        return previous.row.fingerprint == row.fingerprint && previous.row.holes == row.holes
            && previous.path == guide.path
            && previous.classSlug == guide.id.classSlug && previous.termSlug == guide.id.termSlug
            && previous.guideExplicitID == guide.explicitID && previous.row.guide != nil
    }

    private mutating func record(
        _ item: Item, _ row: CatalogueEntry, of guide: Guide,
        as assignment: IdentityResolution.Assignment, _ known: NumberedItem
    ) throws -> Int64 {
        var likeness: Double?
        if case .similar(let score) = assignment.origin { likeness = min(1, score) }
        let device = try device ?? store.device(at: now, db)
        self.device = device
        ledgerLine += 1
        try BulkStatement(
            cached: """
                INSERT INTO ledger (number, device, time, item, kind, class_slug, term_slug,
                    guide_explicit_id, path, ordinal, fingerprint, text, answer, holes,
                    likeness, changed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, db
        ).run(
            ledgerLine, device.number, now.milliseconds, known.number, row.kind,
            guide.id.classSlug, guide.id.termSlug, guide.explicitID, guide.path, row.ordinal,
            row.fingerprint, row.plain, row.answerPlain, row.holes, likeness,
            assignment.changed?.rawValue ?? 0)
        return ledgerLine
    }
}
