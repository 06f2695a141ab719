import CZstd
import Foundation
package import GRDB
import StudyExchange

/// A package made for a test, in a folder that is gone with it.
package final class SamplePackage {
    package let folder: String
    package var path: String { folder + "/sample.apkg" }

    package init() throws {
        folder = FileManager.default.temporaryDirectory.path + "/anki-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Names and contents of the archive's files.
    package func zip(_ entries: [(String, [UInt8])]) throws {
        let zip = try ZipWriter(path: path)
        for (name, bytes) in entries {
            try zip.add(name) { write in try bytes.withUnsafeBytes(write) }
        }
        try zip.finish()
    }

    /// The tables that every form of a collection has.
    private static let tables = """
        CREATE TABLE col (id integer primary key, crt integer, mod integer, scm integer,
            ver integer, dty integer, usn integer, ls integer, conf text, models text,
            decks text, dconf text, tags text);
        CREATE TABLE notes (id integer primary key, guid text, mid integer, mod integer,
            usn integer, tags text, flds text, sfld, csum integer, flags integer, data);
        CREATE TABLE cards (id integer primary key, nid integer, did integer,
            ord integer, mod integer, usn integer, type integer, queue integer,
            due integer, ivl integer, factor integer, reps integer, lapses integer,
            left integer, odue integer, odid integer, flags integer, data text);
        CREATE TABLE revlog (id integer primary key, cid integer, usn integer,
            ease integer, ivl integer, lastIvl integer, factor integer, time integer,
            type integer);
        """

    /// The bytes of a collection of schema 11 with basic, reversed and cloze note types.
    package func collection(_ fill: (Database) throws -> Void = { _ in }) throws -> [UInt8] {
        try database { db in
            try db.execute(
                sql: """
                    \(Self.tables)
                    CREATE TABLE graves (usn integer, oid integer, type integer);
                    """)
            try db.execute(
                sql: """
                    INSERT INTO col VALUES (1, 1500000000, 0, 0, 11, 0, 0, 0, '{}', ?, ?, '{}', '{}')
                    """, arguments: [Self.models, Self.decks])
            try fill(db)
        }
    }

    /// The bytes of a collection as the newest Anki keeps it: note types and decks in tables.
    package func latestCollection(_ fill: (Database) throws -> Void = { _ in }) throws -> [UInt8] {
        try database { db in
            db.add(
                collation: DatabaseCollation("unicase") { $0.lowercased().compare($1.lowercased()) }
            )
            try db.execute(
                sql: """
                    \(Self.tables)
                    INSERT INTO col VALUES (1, 1500000000, 0, 0, 18, 0, 0, 0, '', '', '', '', '');
                    CREATE TABLE notetypes (id integer primary key,
                        name text collate unicase, mtime_secs integer, usn integer, config blob);
                    CREATE UNIQUE INDEX idx_notetypes_name ON notetypes (name);
                    CREATE TABLE fields (ntid integer, ord integer, name text collate unicase,
                        config blob, primary key (ntid, ord)) without rowid;
                    CREATE TABLE templates (ntid integer, ord integer, name text collate unicase,
                        mtime_secs integer, usn integer, config blob, primary key (ntid, ord))
                        without rowid;
                    CREATE TABLE decks (id integer primary key, name text collate unicase,
                        mtime_secs integer, usn integer, common blob, kind blob);
                    INSERT INTO fields VALUES (1, 0, 'Front', ''), (1, 1, 'Back', '');
                    INSERT INTO decks VALUES
                        (1, 'Default', 0, 0, '', ''), (2, 'Biology' || char(31) || 'Cells', 0, 0, '', '');
                    """)
            try db.execute(
                sql: "INSERT INTO notetypes VALUES (1, 'Basic', 0, 0, ?)",
                arguments: [Data([8, 0])])
            let config =
                Self.wire(1, "{{Front}}") + Self.wire(2, "{{FrontSide}}<hr id=answer>{{Back}}")
            try db.execute(
                sql: "INSERT INTO templates VALUES (1, 0, 'Card 1', 0, 0, ?)",
                arguments: [Data(config)])
            try fill(db)
        }
    }

    private func database(_ fill: (Database) throws -> Void) throws -> [UInt8] {
        let path = folder + "/\(UUID().uuidString)"
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction(fill)
        try queue.close()
        defer { try? FileManager.default.removeItem(atPath: path) }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// A field of a message: its number, then text.
    package static func wire(_ field: UInt8, _ text: String) -> [UInt8] {
        [field << 3 | 2, UInt8(text.utf8.count)] + Array(text.utf8)
    }

    package static func zstd(_ bytes: [UInt8]) -> [UInt8] {
        var packed = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count))
        let count = ZSTD_compress(&packed, packed.count, bytes, bytes.count, 3)
        return Array(packed.prefix(count))
    }

    private static let models = """
        {"1": {"name": "Basic", "type": 0, "flds": [{"name": "Front", "ord": 0},
            {"name": "Back", "ord": 1}], "tmpls": [{"name": "Card 1", "ord": 0,
            "qfmt": "{{Front}}", "afmt": "{{FrontSide}}\\n\\n<hr id=answer>\\n\\n{{Back}}"}]},
         "2": {"name": "Basic (and reversed card)", "type": 0, "flds": [{"name": "Front", "ord": 0},
            {"name": "Back", "ord": 1}], "tmpls": [
            {"name": "Card 1", "ord": 0, "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"},
            {"name": "Card 2", "ord": 1, "qfmt": "{{Back}}", "afmt": "{{FrontSide}}<hr id=answer>{{Front}}"}]},
         "3": {"name": "Cloze", "type": 1, "flds": [{"name": "Text", "ord": 0},
            {"name": "Back Extra", "ord": 1}], "tmpls": [{"name": "Cloze", "ord": 0,
            "qfmt": "{{cloze:Text}}", "afmt": "{{cloze:Text}}<br>{{Back Extra}}"}]},
         "4": {"name": "Basic (type in the answer)", "type": 0, "flds": [{"name": "Front", "ord": 0},
            {"name": "Back", "ord": 1}], "tmpls": [{"name": "Card 1", "ord": 0,
            "qfmt": "{{Front}}\\n\\n{{type:Back}}", "afmt": "{{Front}}<hr id=answer>{{type:Back}}"}]}}
        """
    private static let decks = """
        {"1": {"name": "Default"}, "2": {"name": "Biology::Cells"}, "3": {"name": "Spanish"}}
        """
}

extension Database {
    /// Adds a note with cards of these ordinals, numbered from the note's number times ten.
    package func addNote(
        _ id: Int64, type: Int64 = 1, fields: [String], deck: Int64 = 2, tags: String = "",
        cards: [Int] = [0]
    ) throws {
        try execute(
            sql: "INSERT INTO notes VALUES (?, ?, ?, 1600000000, -1, ?, ?, '', 0, 0, '')",
            arguments: [id, "guid-\(id)", type, tags, fields.joined(separator: "\u{1F}")])
        for ordinal in cards {
            try execute(
                sql: """
                    INSERT INTO cards VALUES
                        (?, ?, ?, ?, 1600000000, -1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, '')
                    """, arguments: [id * 10 + Int64(ordinal), id, deck, ordinal])
        }
    }

    package func addAnswer(
        _ time: Int64, card: Int64, rating: Int = 3, type: Int = 0, factor: Int = 500
    )
        throws
    {
        try execute(
            sql: "INSERT INTO revlog VALUES (?, ?, -1, ?, 1, 0, ?, 4200, ?)",
            arguments: [time, card, rating, factor, type])
    }
}
