internal import BulkSQL
internal import FSRS
internal import Foundation
internal import GRDB
internal import StudyCore

/// Writes a package that every Anki reads: a `collection.anki2` of schema 11.
///
/// The same notes give the same bytes. Notes are known again by names that follow from the items.
package final class AnkiPackageWriter {
    private let path: String
    private let folder: PrivateFolder
    private let queue: DatabaseQueue
    /// Nil once the database is closed, which statements would hold open.
    private var insertions: Insertions?
    private let decay: Double
    private var decks: [String: Int64] = [:]
    private var noteIDs = UniqueNumbers()
    private var cardIDs = UniqueNumbers()
    private var answerIDs = UniqueNumbers()
    private var position = 0
    private var newest: Int64 = 0
    package private(set) var notes = 0
    package private(set) var cards = 0
    package private(set) var answers = 0

    /// The study day from which the collection counts its days: 2016-07-18.
    private static let firstDay = 17_000
    /// Ids are milliseconds of some moment before this program was there.
    private static let idBase: Int64 = 1_400_000_000_000

    /// - Parameters:
    ///   - path: The file, which is written at the end.
    ///   - decay: How memory decays, as Anki keeps it with each card.
    /// - Throws: Why nothing can be written.
    package init(path: String, decay: Double) throws(AnkiPackageError) {
        self.path = path
        self.decay = decay
        folder = try PrivateFolder()
        do {
            var configuration = Configuration()
            // One transaction from the first note to the last.
            configuration.allowsUnsafeTransactions = true
            configuration.prepareDatabase { db in
                try db.execute(
                    sql: """
                        PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;
                        PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
                        PRAGMA cache_size = -32000
                        """)
            }
            queue = try DatabaseQueue(
                path: folder.path + "/collection", configuration: configuration)
            insertions = try queue.writeWithoutTransaction { db in
                try db.execute(sql: Self.schema)
                try db.execute(sql: "BEGIN")
                return try Insertions(db)
            }
        } catch {
            throw .unwritable(path: path, reason: "\(error)")
        }
    }

    /// The statements that add rows.
    private struct Insertions {
        let note: BulkStatement
        let card: BulkStatement
        let answer: BulkStatement

        init(_ db: Database) throws {
            note = try BulkStatement(
                "INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, ?, 0, '')", db)
            card = try BulkStatement(
                """
                INSERT INTO cards VALUES
                    (?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?, ?)
                """, db)
            answer = try BulkStatement(
                "INSERT INTO revlog VALUES (?, ?, -1, ?, ?, ?, ?, ?, ?)", db)
        }
    }

    /// Adds notes with their cards.
    package func add(_ notes: some Sequence<ExportedNote>) throws(AnkiPackageError) {
        do {
            try queue.writeWithoutTransaction { _ in for note in notes { try insert(note) } }
        } catch {
            throw .unwritable(path: path, reason: "\(error)")
        }
    }

    private func insert(_ note: ExportedNote) throws {
        let kind = OwnNotes.Kind(note.kind)
        let fields = note.fields
        let id = noteIDs.take(Self.idBase + Self.digest(note.item.text))
        let deck = deck(note.deck)
        let plain = HTMLPlain.text(fields[0])
        newest = max(newest, note.modified)
        try insertions?.note.run(
            id, OwnNotes.guid(of: note.item), kind.id, note.modified,
            " \(slug(note.term)) ", fields.joined(separator: "\u{1F}"),
            plain, SHA1.checksum(of: plain))
        notes += 1
        for card in note.cards { try insert(card, of: note, id, deck) }
    }

    private func insert(
        _ card: ExportedCard, of note: ExportedNote, _ noteID: Int64, _ deck: Int64
    ) throws {
        let id = cardIDs.take(
            Self.idBase + Self.digest(Card.ID(item: note.item, facet: card.facet).description))
        position += 1
        let schedule = Schedule(card.state, position: position)
        try insertions?.card.run(
            id, noteID, deck, Self.ordinal(of: card.facet), note.modified, schedule.type,
            card.isSuspended ? -1 : schedule.queue, schedule.due, card.state?.interval ?? 0,
            card.state == nil ? 0 : 2500, card.answers.count, card.state?.lapses ?? 0,
            schedule.left, card.isFlagged ? 1 : 0, data(of: card))
        cards += 1
        for answer in card.answers { try insert(answer, card: id) }
    }

    private static func ordinal(of facet: Card.Facet) -> Int {
        switch facet {
        case .meaning, .fact, .answer: 0
        case .term: 1
        case .hole(let number): number - 1
        }
    }

    /// When a card comes again, as Anki keeps it.
    private struct Schedule {
        var type = 0
        var queue = 0
        var due: Int64
        var left = 0

        init(_ state: CardState?, position: Int) {
            due = Int64(position)
            guard let state else { return }
            switch state.phase {
            case .review: (type, queue) = (2, 2)
            case .learning: (type, queue, left) = (1, 1, 1)
            case .relearning: (type, queue, left) = (3, 1, 1)
            }
            switch state.due {
            case .moment(let moment): due = moment.milliseconds / 1000
            case .day(let day):
                due = Int64(day.number - AnkiPackageWriter.firstDay)
                if queue == 1 { queue = 3 }
            }
        }
    }

    /// What is known of the memory; `lrt` must be the second of the last rated answer.
    private func data(of card: ExportedCard) -> String {
        guard let memory = card.state?.memory,
            let last = card.answers.last(where: { !$0.isPractice })?.time
        else { return "{}" }
        return """
            {"s":\(Self.decimal(memory.stability, 4)),"d":\(Self.decimal(memory.difficulty, 3)),\
            "dr":\(Self.decimal(card.retention, 2)),"decay":\(Self.decimal(decay, 4)),\
            "lrt":\(last.milliseconds / 1000)}
            """
    }

    private static func decimal(_ value: Double, _ places: Int) -> String {
        let scale = pow(10, Double(places))
        return "\((value * scale).rounded() / scale)"
    }

    private func insert(_ answer: ExportedAnswer, card: Int64) throws {
        let kind =
            switch answer.before?.phase {
            case _ where answer.isPractice: 3
            case nil, .learning: 0
            case .review: 1
            case .relearning: 2
            }
        // Without a factor, Anki takes practice for cramming and leaves the memory as it is.
        let factor =
            answer.isPractice
            ? 0 : Int((((answer.after.memory?.difficulty ?? 5) - 1) / 9 + 0.1) * 1000)
        try insertions?.answer.run(
            answerIDs.take(answer.time.milliseconds), card, answer.rating.rawValue,
            Self.interval(after: answer.after), answer.before.map(Self.interval) ?? 0, factor,
            Int64((min(max(answer.seconds, 0), 86_400) * 1000).rounded()), kind)
        answers += 1
    }

    /// Days, or seconds below zero.
    private static func interval(after state: CardState) -> Int64 {
        switch state.due {
        case .moment(let moment):
            -max(1, (moment.milliseconds - state.lastTime.milliseconds) / 1000)
        case .day: Int64(max(1, state.interval))
        }
    }

    private func deck(_ name: String) -> Int64 {
        if let id = decks[name] { return id }
        var id = Self.idBase + Self.digest("deck " + name)
        while decks.values.contains(id) { id += 1 }
        decks[name] = id
        return id
    }

    /// Up to three years in milliseconds.
    private static func digest(_ text: String) -> Int64 {
        Int64(xxh64(Array(text.utf8)) % 94_000_000_000)
    }

    /// Writes the file.
    package func finish() throws(AnkiPackageError) {
        do {
            let head = try CollectionHead(
                decks: decks, modified: max(newest, 1), firstDay: Self.firstDay)
            try queue.writeWithoutTransaction { db in
                try db.execute(
                    sql: "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, '{}', '{}')",
                    arguments: [
                        head.creation, head.modified * 1000, head.modified * 1000, head.settings,
                        head.models, head.decks,
                    ])
                // Quicker over all rows at once than at each: their ids are in no order.
                try db.execute(sql: Self.indexes)
                try db.execute(sql: "COMMIT")
            }
            insertions = nil
            try queue.close()
            let zip = try ZipWriter(path: path)
            try zip.add("collection.anki2") { write in
                let handle = try FileHandle(
                    forReadingFrom: URL(fileURLWithPath: folder.path + "/collection"))
                defer { try? handle.close() }
                while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
                    try piece.withUnsafeBytes(write)
                }
            }
            try zip.add("media") { write in try Array("{}".utf8).withUnsafeBytes(write) }
            try zip.finish()
        } catch let error as AnkiPackageError {
            throw error
        } catch {
            throw .unwritable(path: path, reason: "\(error)")
        }
    }

    private static let schema = """
        CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL,
            scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL,
            ls integer NOT NULL, conf text NOT NULL, models text NOT NULL, decks text NOT NULL,
            dconf text NOT NULL, tags text NOT NULL);
        CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL,
            mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL,
            sfld integer NOT NULL, csum integer NOT NULL, flags integer NOT NULL,
            data text NOT NULL);
        CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL,
            ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
            type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
            ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
            lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
            odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
        CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
            ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL,
            factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
        CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
        """

    private static let indexes = """
        CREATE INDEX ix_notes_csum ON notes (csum);
        CREATE INDEX ix_cards_nid ON cards (nid);
        CREATE INDEX ix_revlog_cid ON revlog (cid);
        """
}

/// Numbers of which each is given once.
private struct UniqueNumbers {
    private var taken: Set<Int64> = []

    /// The number, or the next one that is free.
    mutating func take(_ number: Int64) -> Int64 {
        var number = number
        while !taken.insert(number).inserted { number += 1 }
        return number
    }
}
