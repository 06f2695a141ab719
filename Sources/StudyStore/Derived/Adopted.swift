package import FSRS
internal import GRDB

/// The parameters that the learner adopted and did not take back: the newest of each version of the model.
package struct Adopted: Hashable, Sendable {
    private var parameters: [Version: Parameters] = [:]

    /// Nothing adopted yet.
    package init() {}

    /// The parameters to use: those adopted last, else the version's defaults.
    package subscript(version: Version) -> Parameters {
        parameters[version] ?? .standard(version)
    }

    /// What the log says, in the order of replay, on which all machines agree.
    static func inLog(_ db: Database) throws -> Adopted {
        let rows = try Row.fetchCursor(
            db.cachedStatement(
                sql: """
                    SELECT action.parameters FROM action
                    JOIN event ON event.number = action.event
                    JOIN device ON device.number = event.device
                    WHERE action.deed = 'adopt' AND event.number NOT IN undone
                    ORDER BY \(ReviewRow.replayOrder)
                    """))
        var adopted = Adopted()
        while let row = try rows.next() {
            guard let text: String = row[0], let parameters = Parameters(stored: text) else {
                throw Undecodable("an adoption without its parameters")
            }
            adopted.parameters[parameters.version] = parameters
        }
        return adopted
    }
}

extension Store {
    /// Takes what the log says is adopted now, and replays all answers when that changes the rules.
    func adoptAnew(_ db: Database) throws {
        let version = rules.version
        adopted = try Adopted.inLog(db)
        if rules.version != version { try rebuild(db) }
    }

    /// Takes over what another program adopted in this file, and derived already, since it was opened.
    func keepUp(_ db: Database) throws {
        guard try Setting.text(.rulesVersion, db) != rules.version else { return }
        adopted = try Adopted.inLog(db)
    }
}

extension Parameters {
    /// The parameters as the log keeps them: w0 first, parted by spaces, each number exact.
    var stored: String {
        values.map { String($0) }.joined(separator: " ")
    }

    /// Nil when the text holds no parameters.
    init?(stored text: String) {
        let values = text.split(separator: " ").map { Double($0) ?? .nan }
        guard !values.isEmpty, let parameters = try? Parameters(values) else { return nil }
        self = parameters
    }
}
