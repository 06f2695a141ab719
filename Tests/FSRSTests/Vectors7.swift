import FSRS
import Testing

/// The numbers of FSRS-7; like those of FSRS-6, with a second stability and fractional days.
struct Vectors7: Decodable, Sendable {
    let parameterSets: [String: [Double]]
    let histories: [History]
    let sm2: [Conversion]
    let clips: [Clip]
    let edge: [Edge]

    static let all: Vectors7 = loadVectors("fsrs-7")

    func model(_ name: String) throws -> MemoryModel {
        MemoryModel(parameters: try Parameters(parameterSets[name] ?? [.nan]))
    }
}

extension Vectors7 {
    struct History: Decodable, Sendable, CustomTestStringConvertible {
        let id: Int
        let params: String
        let reviews: [Vectors.Review]
        let states: [State]
        let states64: [State]
        let retrievability: [Vectors.Recall]
        let intervals: [Interval]
        let nextStates: NextStates

        var testDescription: String { "history \(id), \(params)" }
    }

    struct State: Decodable, Sendable {
        let s, sFast, d: Double

        var state: MemoryState { MemoryState(stability: s, difficulty: d, fastStability: sFast) }
    }

    struct Interval: Decodable, Sendable {
        let dr, ivlExact64: Double
        let days: Int
    }

    struct NextStates: Decodable, Sendable {
        let elapsed, dr: Double
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
        let s64, sFast64, d64, ivl64: Double
    }

    struct Conversion: Decodable, Sendable {
        let params: String
        let interval, retention, s64: Double
    }

    struct Clip: Decodable, Sendable {
        let `in`, out: [Double]
    }

    /// One call with odd arguments at the default parameters; which fields are there depends on the kind.
    struct Edge: Decodable, Sendable {
        let kind: String
        let state: State
        let t, r, dr, ivl: Double?
        let rating: Int?
        let out: State?
    }
}
