import FSRS
import GRDB
import StudyCore

/// A row of the action table with its event.
enum ActionRow {
    /// What `action(of:)` reads, in its order.
    static let columns = """
        event.number, device.name, event.sequence, event.time, event.utc_offset, \
        action.deed, target.name, action.target_sequence, item.id, action.facet, \
        action.until_day, other.id, action.fingerprint, action.parameters
        """

    static let width = 14

    static let joined = """
        action JOIN event ON event.number = action.event \
        JOIN device ON device.number = event.device \
        LEFT JOIN device AS target ON target.number = action.target_device \
        LEFT JOIN item ON item.number = action.item \
        LEFT JOIN item AS other ON other.number = action.other_item
        """

    static func action(of row: Row) throws -> Action {
        Action(
            id: EventID(device: row[1], sequence: row[2]), deed: try deed(of: row),
            time: Timestamp(milliseconds: row[3]), utcOffset: row[4])
    }

    private static func deed(of row: Row) throws -> Action.Deed {
        let name: String = row[5]
        func target() throws -> EventID {
            guard let device: String = row[6], let sequence: Int = row[7] else {
                throw Undecodable("an action '\(name)' without its target")
            }
            return EventID(device: device, sequence: sequence)
        }
        func item(_ column: Int) throws -> Item.ID {
            guard let id: String = row[column] else {
                throw Undecodable("an action '\(name)' without its item")
            }
            return Item.ID(id)
        }
        func card() throws -> Card.ID {
            guard let text: String = row[9], let facet = Card.Facet(rawValue: text) else {
                throw Undecodable("an action '\(name)' without its card")
            }
            return Card.ID(item: try item(8), facet: facet)
        }
        switch name {
        case "undo": return .undo(try target())
        case "redo": return .redo(try target())
        case "suspend": return .suspend(try card())
        case "resume": return .resume(try card())
        case "bury":
            guard let day: Int = row[10] else { throw Undecodable("a bury without its day") }
            return .bury(try card(), until: StudyDay(number: day))
        case "flag": return .flag(try card())
        case "unflag": return .unflag(try card())
        case "link": return .link(try item(8), to: try item(11))
        case "unlink": return .unlink(try item(8))
        case "part":
            guard let fingerprint: Int64 = row[12] else {
                throw Undecodable("a parting without its text")
            }
            return .part(
                try item(8), text: Fingerprint(stored: fingerprint), as: try item(11))
        case "forget": return .forget(try item(8))
        case "adopt":
            guard let text: String = row[13], let parameters = Parameters(stored: text) else {
                throw Undecodable("an adoption without its parameters")
            }
            return .adopt(parameters)
        default: throw Undecodable("an unknown action '\(name)'")
        }
    }

    static func insert(
        _ deed: Action.Deed, event: Int64, _ db: Database, number: (Item.ID) throws -> Int64
    ) throws {
        let target = deed.target
        let device = try target.map { target in
            try Int64.fetchOne(
                db, sql: "SELECT number FROM device WHERE name = ?", arguments: [target.device])
        }
        var until: Int?
        if case .bury(_, let day) = deed { until = day.number }
        var parameters: String?
        if case .adopt(let adopted) = deed { parameters = adopted.stored }
        var other: Item.ID?
        var fingerprint: Fingerprint?
        if case .link(_, let target) = deed { other = target }
        if case .part(_, let text, let fresh) = deed { (other, fingerprint) = (fresh, text) }
        try db.cachedStatement(
            sql: """
                INSERT INTO action (event, deed, target_device, target_sequence, item, facet,
                    until_day, other_item, fingerprint, parameters)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            event, deed.name, device ?? nil, target?.sequence, try deed.item.map(number),
            deed.card?.facet.rawValue, until, try other.map(number),
            fingerprint?.stored, parameters,
        ])
    }
}

extension Action.Deed {
    /// The stored name.
    var name: String {
        switch self {
        case .undo: "undo"
        case .redo: "redo"
        case .suspend: "suspend"
        case .resume: "resume"
        case .bury: "bury"
        case .flag: "flag"
        case .unflag: "unflag"
        case .link: "link"
        case .unlink: "unlink"
        case .part: "part"
        case .forget: "forget"
        case .adopt: "adopt"
        case .setExam: "set"
        case .enterResult: "result"
        case .removeExam: "remove"
        }
    }

    /// The event that an undo or redo takes back; nil for all else.
    var target: EventID? {
        switch self {
        case .undo(let id), .redo(let id): id
        default: nil
        }
    }

    /// The events that it speaks of: what is undone or redone, or by which an exam was first set.
    var events: [EventID] {
        switch self {
        case .undo(let id), .redo(let id), .enterResult(_, let id), .removeExam(let id): [id]
        case .setExam(_, let changing): changing.map { [$0] } ?? []
        default: []
        }
    }

    /// The card that is marked; nil when it is not about one card.
    var card: Card.ID? {
        switch self {
        case .suspend(let card), .resume(let card), .bury(let card, _), .flag(let card),
            .unflag(let card):
            card
        default: nil
        }
    }

    /// The item that it is about, of its card too; nil for undo, redo, parameters and exams.
    var item: Item.ID? {
        switch self {
        case .link(let item, _), .unlink(let item), .part(let item, _, _), .forget(let item): item
        default: card?.item
        }
    }
}
