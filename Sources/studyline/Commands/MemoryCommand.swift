import ArgumentParser
import FSRS
import Foundation

/// `memory`: what the memory model makes of histories on standard input.
struct MemoryCommand: ReadsStandardInput {
    static let configuration = CommandConfiguration(
        commandName: "memory",
        abstract: "Show what the memory model makes of review histories.",
        discussion: """
            Reads a history a line from standard input, as JSON: {"id": "a", "reviews": [{"rating": 3, "days": 0}, \
            {"rating": 1, "days": 5}]}. Ratings are 1 to 4, days those since the review before, with fractions for FSRS-7. \
            "parameters" (17, 19 or 21 numbers, or the 34 of FSRS-7) and "desired_retention" (0.9) may be given. \
            Writes a table, or with --format json a line of JSON for each.
            """)

    @OptionGroup var format: FormatOption

    func run() throws {
        var number = 0
        while let line = readLine(strippingNewline: true) {
            number += 1
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            do {
                let history = try MemoryHistory(json: line)
                print(format.format == .json ? try history.json() : history.table())
            } catch let error as MemoryHistory.Fault {
                throw MemoryInputError(line: number, fault: error)
            }
        }
    }
}

/// A line of input that is no history.
struct MemoryInputError: Error, Equatable, CustomStringConvertible {
    /// From 1.
    let line: Int
    let fault: MemoryHistory.Fault

    var description: String { "standard input:\(line): error: \(fault.description)" }
}

/// A history with the parameters it is to be replayed under.
struct MemoryHistory {
    /// Why a line cannot be replayed.
    struct Fault: Error, Equatable, CustomStringConvertible {
        let description: String
    }

    let id: String
    let reviews: [(rating: Rating, days: Double)]
    let model: MemoryModel
    let retention: Double
    /// Days after the last review at which recall is to be told; nil when not asked.
    let daysAfter: [Double]?

    private struct Line: Decodable {
        struct Entry: Decodable {
            let rating: Double
            let days: Double
        }
        let id: Name?
        let parameters: [Double]?
        let reviews: [Entry]
        let desired_retention: Double?
        let days_after: [Double]?
    }

    /// An identifier, text or number.
    private enum Name: Decodable {
        case text(String)
        case number(Int)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Int.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }

    private let name: Name?

    /// Reads one line.
    init(json: String) throws {
        let line: Line
        do {
            line = try JSONDecoder().decode(Line.self, from: Data(json.utf8))
        } catch let DecodingError.keyNotFound(key, _) {
            throw Fault(description: "'\(key.stringValue)' is missing")
        } catch let DecodingError.typeMismatch(_, context),
            let DecodingError.valueNotFound(_, context)
        {
            throw Self.wrongKind(context)
        } catch {
            throw Fault(description: "this is not a line of JSON")
        }
        name = line.id
        id =
            switch line.id {
            case .text(let text): text
            case .number(let number): String(number)
            case nil: ""
            }
        do {
            model = MemoryModel(parameters: try Parameters(line.parameters ?? []))
        } catch {
            throw Fault(description: error.description)
        }
        retention = line.desired_retention ?? 0.9
        guard retention > 0, retention < 1 else {
            throw Fault(description: "desired_retention must lie between 0 and 1")
        }
        daysAfter = line.days_after
        reviews = try line.reviews.map { entry in
            guard let rating = Int(exactly: entry.rating).flatMap(Rating.init(rawValue:)) else {
                let given = Phrases.oneDecimal(min(max(entry.rating, -1e9), 1e9))
                throw Fault(description: "a rating is 1, 2, 3 or 4, not \(given)")
            }
            guard entry.days.isFinite, entry.days >= 0 else {
                throw Fault(description: "days must be 0 or more")
            }
            return (rating, entry.days)
        }
    }

    private static func wrongKind(_ context: DecodingError.Context) -> Fault {
        let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
        return Fault(
            description: path.isEmpty
                ? "a line must be a JSON object in braces"
                : "'\(path.joined(separator: "."))' is not of the right kind")
    }

    /// The states after each review.
    var states: [MemoryState] {
        var states: [MemoryState] = []
        for review in reviews {
            states.append(
                model.state(after: states.last, rating: review.rating, days: review.days))
        }
        return states
    }

    private struct Output: Encodable {
        struct State: Encodable {
            let stability: Double
            let difficulty: Double
            /// Only FSRS-7 has one.
            let fastStability: Double?

            enum CodingKeys: String, CodingKey {
                case stability, difficulty
                case fastStability = "fast_stability"
            }
        }
        let id: String?
        let number: Int?
        let states: [State]
        let retrievability: [Double]?
        let interval: Double?

        enum Key: String, CodingKey {
            case id, states
            case retrievability = "retrievability_after_days"
            case interval = "interval_days"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            if let number {
                try container.encode(number, forKey: .id)
            } else {
                try container.encodeIfPresent(id, forKey: .id)
            }
            try container.encode(states, forKey: .states)
            try container.encodeIfPresent(retrievability, forKey: .retrievability)
            try container.encode(interval, forKey: .interval)
        }
    }

    /// The result as one line of JSON; `interval_days` is null for a history without reviews.
    func json() throws -> String {
        let states = states
        var number: Int?
        var text: String?
        switch name {
        case .number(let value): number = value
        case .text(let value): text = value
        case nil: break
        }
        let output = Output(
            id: text, number: number,
            states: states.map {
                .init(
                    stability: $0.stability, difficulty: $0.difficulty,
                    fastStability: $0.fastStability)
            },
            retrievability: states.last.flatMap { last in
                daysAfter?.map { model.retrievability(of: last, after: $0) }
            },
            interval: states.last.map { model.interval(of: $0, retention: retention) })
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(output), as: UTF8.self)
    }

    /// The result as a table for people.
    func table() -> String {
        var lines = [id.isEmpty ? "History" : "History \(id.filter { !$0.isNewline && $0 >= " " })"]
        lines.append("  review  after d  rating  recall   stability d  difficulty   next in d")
        var before: MemoryState?
        for (index, pair) in zip(reviews, states).enumerated() {
            let (review, state) = pair
            let recall =
                before.map { Phrases.percent(model.retrievability(of: $0, after: review.days)) }
                ?? "new"
            let interval = model.interval(of: state, retention: retention)
            let cells = [
                (String(index + 1), 8), (Phrases.oneDecimal(review.days), 9),
                (Phrases.name(review.rating), 8), (recall, 8), (decimals(state.stability), 14),
                (decimals(state.difficulty), 12), (decimals(interval), 12),
            ]
            lines.append(
                cells.map { String(repeating: " ", count: max(1, $0.1 - $0.0.count)) + $0.0 }
                    .joined())
            before = state
        }
        lines.append(
            "  Asked again when recall has fallen to \(Phrases.percent(retention)); stability is the days until 90 %."
        )
        return lines.joined(separator: "\n")
    }

    private func decimals(_ value: Double) -> String { String(format: "%.2f", value) }
}
