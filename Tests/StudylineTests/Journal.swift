import Foundation

/// An answer as `history --format json` tells it.
struct Answered: Decodable, Equatable {
    let id: String
    let card: String
    let form: String
    let rating: Int
    let answer: String
    let undone: Bool
}

extension Workplace {
    /// All answers of the history, newest first.
    func answers(environment changes: [String: String] = [:]) throws -> [Answered] {
        let result = try run(
            ["history", "--limit", "1000000", "--format", "json"], environment: changes)
        return try JSONDecoder().decode([Answered].self, from: Data(result.output.utf8))
    }

    /// What `doctor` finds: its last line and its exit code.
    func diagnosis() throws -> String {
        let result = try run(["doctor"])
        return "\(result.status): \(result.output.split(separator: "\n").last ?? "")"
    }

    static let healthy = "0: Everything is in order."
}
