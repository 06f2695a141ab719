internal import Foundation

/// The one row that says what a collection is: its note types and decks, as JSON.
struct CollectionHead {
    let creation: Int
    let modified: Int64
    let settings: String
    let models: String
    let decks: String

    init(decks names: [String: Int64], modified: Int64, firstDay: Int) throws {
        creation = firstDay * 86_400 + 4 * 3600
        self.modified = modified
        settings = #"{"creationOffset":0,"nextPos":1,"sched2021":true,"schedVer":2}"#
        models = try Self.json(
            Dictionary(
                uniqueKeysWithValues: OwnNotes.Kind.allCases.map { ("\($0.id)", Model($0)) }))
        var decks = Dictionary(
            uniqueKeysWithValues: names.map { ("\($1)", Deck(id: $1, name: $0, mod: modified)) })
        decks["1"] = Deck(id: 1, name: "Default", mod: modified)
        self.decks = try Self.json(decks)
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    private struct Deck: Encodable {
        var id: Int64
        var name: String
        var mod: Int64
        var usn = -1
        var dyn = 0
        var collapsed = false
        var browserCollapsed = false
        var conf = 1
        var desc = ""
        var extendNew = 0
        var extendRev = 0
        var newToday = [0, 0]
        var revToday = [0, 0]
        var lrnToday = [0, 0]
        var timeToday = [0, 0]
    }

    private struct Model: Encodable {
        struct Field: Encodable {
            var name: String
            var ord: Int
            var sticky = false
            var rtl = false
            var font = "Arial"
            var size = 20
            var media: [String] = []
        }
        struct Template: Encodable {
            var name: String
            var ord: Int
            var qfmt: String
            var afmt: String
            var bqfmt = ""
            var bafmt = ""
            var did: Int?
        }
        var id: Int64
        var name: String
        var type: Int
        /// The day on which the note types were frozen: 2026-11-26.
        var mod = 1_795_651_200
        var usn = -1
        var sortf = 0
        var did = 1
        var flds: [Field]
        var tmpls: [Template]
        var css = OwnNotes.style
        var latexPre = ""
        var latexPost = ""
        var req: [[Requirement]]
        var vers: [Int] = []
        var tags: [String] = []

        init(_ kind: OwnNotes.Kind) {
            id = kind.id
            name = kind.name
            type = kind.isCloze ? 1 : 0
            flds = kind.fields.enumerated().map { Field(name: $1, ord: $0) }
            tmpls = kind.templates.enumerated().map {
                Template(name: $1.name, ord: $0, qfmt: $1.question, afmt: $1.answer)
            }
            req =
                switch kind {
                case .term:
                    [
                        [.ordinal(0), .any("any"), .fields([0])],
                        [.ordinal(1), .any("all"), .fields([1, 2])],
                    ]
                case .question: [[.ordinal(0), .any("any"), .fields([0, 2])]]
                case .fact, .cloze: [[.ordinal(0), .any("any"), .fields([0])]]
                }
        }
    }

    /// Which fields a card needs, for programs older than templates' own check.
    private enum Requirement: Encodable {
        case ordinal(Int)
        case any(String)
        case fields([Int])

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            switch self {
            case .ordinal(let number): try container.encode(number)
            case .any(let word): try container.encode(word)
            case .fields(let fields): try container.encode(fields)
            }
        }
    }
}
