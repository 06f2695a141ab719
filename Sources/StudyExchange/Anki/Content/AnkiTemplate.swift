internal import StudyCore

/// Fills the template of a card with a note's fields.
///
/// Only fields and whether they are empty are read; filters change nothing and nothing is ever run.
struct AnkiTemplate {
    private enum Part {
        case text(Substring)
        case field(name: String, filters: [Substring])
        case begin(name: String, whenEmpty: Bool)
        case end
    }

    private let parts: [Part]

    /// Sections inside each other beyond this are shown always.
    private static let depthLimit = 32

    init(_ template: String) {
        var parts: [Part] = []
        var rest = template[...]
        while let start = rest.firstRange(of: "{{"),
            let end = rest[start.upperBound...].firstRange(of: "}}")
        {
            parts.append(.text(rest[..<start.lowerBound]))
            let inside = rest[start.upperBound..<end.lowerBound].trimmedSlice
            let name = inside.dropFirst().trimmedSlice
            switch inside.first {
            case "#": parts.append(.begin(name: String(name), whenEmpty: false))
            case "^": parts.append(.begin(name: String(name), whenEmpty: true))
            case "/": parts.append(.end)
            default:
                let filters = inside.split(separator: ":", omittingEmptySubsequences: false)
                parts.append(
                    .field(
                        name: filters.last.map { String($0.trimmedSlice) } ?? "",
                        filters: Array(filters.dropLast())))
            }
            rest = rest[end.upperBound...]
        }
        parts.append(.text(rest))
        self.parts = parts
    }

    /// The HTML of one side.
    ///
    /// - Parameters:
    ///   - fields: The note's fields by their names.
    ///   - isAnswer: Fields that are to be typed stand in the answer and not in the question.
    /// - Returns: The HTML.
    func filled(_ fields: [String: String], isAnswer: Bool) -> String {
        var result = ""
        var shown: [Bool] = []
        for part in parts {
            let isShown = shown.allSatisfy { $0 }
            switch part {
            case .text(let text): if isShown { result += text }
            case .field(let name, let filters):
                let isTyped = filters.contains { $0.trimmedSlice == "type" }
                let isSpoken = filters.contains { $0.trimmedSlice.hasPrefix("tts") }
                if isShown, !isSpoken, isAnswer || !isTyped { result += fields[name] ?? "" }
            case .begin(let name, let whenEmpty):
                guard shown.count < Self.depthLimit else { continue }
                let isEmpty = (fields[name] ?? "").trimmedSlice.isEmpty
                shown.append(isEmpty == whenEmpty)
            case .end: _ = shown.popLast()
            }
        }
        return result
    }

    /// Names of the fields that a filter is put on, in order.
    func fields(filteredBy filter: String) -> [String] {
        parts.compactMap { part in
            guard case .field(let name, let filters) = part,
                filters.contains(where: { $0.trimmedSlice == filter })
            else { return nil }
            return name
        }
    }

    /// The name of the only field, when nothing else stands in the template but tags; else nil.
    var onlyField: String? {
        var name: String?
        for part in parts {
            switch part {
            case .text(let text):
                let isBare = HTMLTokens(String(text)).allSatisfy { token in
                    guard case .text(let text) = token else { return true }
                    return text.trimmedSlice.isEmpty
                }
                if !isBare { return nil }
            case .field("FrontSide", _): continue
            case .field(let field, _):
                if name != nil { return nil }
                name = field
            case .begin, .end: continue
            }
        }
        return name
    }

    /// The part of an answer's template that says what the question did not.
    static func behindQuestion(_ answer: String) -> String {
        for mark in ["<hr id=answer>", "<hr id=\"answer\">", "<hr id='answer'>", "<hr id=answer/>"]
        {
            if let range = answer.firstRange(of: mark) {
                return String(answer[range.upperBound...])
            }
        }
        return answer.replacing("{{FrontSide}}", with: "")
    }
}
