import FSRS
import Foundation
import Testing

/// A file of numbers computed by the reference implementations; its `about` says what each field is.
struct Vectors: Decodable, Sendable {
    let parameterSets: [String: [Double]]
    let filled: [String: [Double]]
    let histories: [History]
    let sm2: [Conversion]
    let fuzzBounds: [FuzzBounds]
    let leech: [Leech]

    static let fsrs6: Vectors = loadVectors("fsrs-6")

    func model(_ name: String) throws -> MemoryModel {
        MemoryModel(parameters: try Parameters(parameterSets[name] ?? []))
    }
}

/// Reads a file of `Vectors`.
func loadVectors<Form: Decodable>(_ name: String) -> Form {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let url = Bundle.module.url(forResource: name, withExtension: "json", subdirectory: "Vectors")
    guard let url, let data = try? Data(contentsOf: url),
        let vectors = try? decoder.decode(Form.self, from: data)
    else { fatalError("Vectors/\(name).json is missing or of another form") }
    return vectors
}

extension Vectors {
    struct History: Decodable, Sendable, CustomTestStringConvertible {
        let id: Int
        let params: String
        let reviews: [Review]
        let states: [State]
        let states64: [State]
        let retrievability: [Recall]
        let intervals: [Interval]
        let nextStates: NextStates

        var testDescription: String { "history \(id), \(params)" }
    }

    struct Review: Decodable, Sendable {
        let rating: Int
        let deltaT: Double
    }

    struct State: Decodable, Sendable {
        let s: Double
        let d: Double
    }

    struct Recall: Decodable, Sendable {
        let t: Double
        let r: Double
        let r64: Double
    }

    struct Interval: Decodable, Sendable {
        let dr: Double
        let ivl: Double
        let ivl64: Double
        let days: Int
    }

    struct NextStates: Decodable, Sendable {
        let elapsed: Double
        let dr: Double
        let again, hard, good, easy: Next

        subscript(rating: Rating) -> Next {
            switch rating {
            case .again: again
            case .hard: hard
            case .good: good
            case .easy: easy
            }
        }
    }

    struct Next: Decodable, Sendable {
        let s, d, ivl, s64, d64: Double
    }

    struct Conversion: Decodable, Sendable {
        let params: String
        let ease, interval, retention, s64, d64: Double
    }

    struct FuzzBounds: Decodable, Sendable {
        let ivl: Double
        let min, max, lo, hi: Int
    }

    struct Leech: Decodable, Sendable {
        let threshold: Int
        let lapses: [Int]
    }
}
