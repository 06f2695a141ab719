internal import Foundation
internal import GRDB

/// Reads the note types of a collection: JSON up to schema 11, tables later.
enum NoteTypeReader {
    private struct Model: Decodable {
        struct Field: Decodable {
            var name: String
            var ord: Int?
        }
        struct Template: Decodable {
            var name: String
            var qfmt: String
            var afmt: String
            var ord: Int?
        }
        var name: String
        var type: Int?
        var flds: [Field]
        var tmpls: [Template]
    }

    static func fromJSON(_ db: Database) throws -> [Int64: AnkiNoteType] {
        let text = AnkiCollection.text(try Row.fetchOne(db, sql: "SELECT models FROM col")?[0])
        let models = try JSONDecoder().decode([String: Model].self, from: Data(text.utf8))
        var types: [Int64: AnkiNoteType] = [:]
        for (key, model) in models {
            guard let id = Int64(key) else { continue }
            let fields = model.flds.enumerated().sorted {
                ($0.element.ord ?? $0.offset) < ($1.element.ord ?? $1.offset)
            }
            let templates = model.tmpls.enumerated().sorted {
                ($0.element.ord ?? $0.offset) < ($1.element.ord ?? $1.offset)
            }
            types[id] = AnkiNoteType(
                id: id, name: model.name, isCloze: model.type == 1,
                fields: fields.map(\.element.name),
                templates: templates.map {
                    AnkiNoteType.Template(
                        name: $0.element.name, question: $0.element.qfmt, answer: $0.element.afmt)
                })
        }
        return types
    }

    static func fromTables(_ db: Database) throws -> [Int64: AnkiNoteType] {
        var types: [Int64: AnkiNoteType] = [:]
        for row in try Row.fetchAll(db, sql: "SELECT id, name, config FROM notetypes") {
            let id = AnkiCollection.number(row[0])
            types[id] = AnkiNoteType(
                id: id, name: AnkiCollection.text(row[1]),
                isCloze: try number(1, in: AnkiCollection.bytes(row[2])) == 1, fields: [],
                templates: [])
        }
        for row in try Row.fetchAll(db, sql: "SELECT ntid, name FROM fields ORDER BY ntid, ord") {
            types[AnkiCollection.number(row[0])]?.fields.append(AnkiCollection.text(row[1]))
        }
        let templates = try Row.fetchAll(
            db, sql: "SELECT ntid, name, config FROM templates ORDER BY ntid, ord")
        for row in templates {
            let config = AnkiCollection.bytes(row[2])
            types[AnkiCollection.number(row[0])]?.templates.append(
                AnkiNoteType.Template(
                    name: AnkiCollection.text(row[1]), question: try text(1, in: config),
                    answer: try text(2, in: config)))
        }
        return types
    }

    private static func number(_ field: Int, in message: [UInt8]) throws -> UInt64 {
        var reader = WireReader(message)
        var found: UInt64 = 0
        while let (number, value) = try reader.next() {
            if number == field, case .number(let number) = value { found = number }
        }
        return found
    }

    private static func text(_ field: Int, in message: [UInt8]) throws -> String {
        var reader = WireReader(message)
        var found = ""
        while let (number, value) = try reader.next() {
            if number == field, case .bytes(let bytes) = value {
                found = String(decoding: bytes, as: UTF8.self)
            }
        }
        return found
    }
}

/// Reads the names of decks: JSON up to schema 11, a table later.
enum DeckReader {
    private struct Deck: Decodable {
        var name: String
    }

    static func fromJSON(_ db: Database) throws -> [Int64: String] {
        let text = AnkiCollection.text(try Row.fetchOne(db, sql: "SELECT decks FROM col")?[0])
        let decks = try JSONDecoder().decode([String: Deck].self, from: Data(text.utf8))
        return Dictionary(
            decks.compactMap { key, deck in Int64(key).map { ($0, deck.name) } },
            uniquingKeysWith: { first, _ in first })
    }

    static func fromTable(_ db: Database) throws -> [Int64: String] {
        let rows = try Row.fetchAll(db, sql: "SELECT id, name FROM decks")
        return Dictionary(
            rows.map { row in
                (
                    AnkiCollection.number(row[0]),
                    AnkiCollection.text(row[1]).split(separator: "\u{1F}").joined(separator: "::")
                )
            }, uniquingKeysWith: { first, _ in first })
    }
}
