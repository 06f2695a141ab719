import GRDB

/// The names under which the store keeps small facts about itself.
enum Setting: String {
    /// `Rules.version` of the derived tables.
    case rulesVersion = "rules-version"
    /// How many answers could be fitted to when a fit was last made or called to mind.
    case fitConsidered = "fit-considered"

    static func text(_ setting: Setting, _ db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"),
            arguments: [setting.rawValue])
    }

    static func number(_ setting: Setting, _ db: Database) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "SELECT value FROM setting WHERE name = ?"),
            arguments: [setting.rawValue])
    }

    static func set(
        _ setting: Setting, to value: some DatabaseValueConvertible, _ db: Database
    ) throws {
        try db.execute(
            sql: "INSERT OR REPLACE INTO setting (name, value) VALUES (?, ?)",
            arguments: [setting.rawValue, value])
    }
}
