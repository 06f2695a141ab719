import StudyCore
import StudyStore

/// What is examined and when, from words that need no quotes: `exam set media business friday 9am`.
struct ExamWords {
    /// The words of what is examined; empty when only a date is given.
    let scope: String
    /// The words of the date; empty when there are none.
    let date: String

    /// Parts the words where a name of the library ends and a date begins.
    ///
    /// - Parameters:
    ///   - words: As they were typed; a quoted word may hold several.
    ///   - isPart: Whether words name a part of the library, or an exam that is set.
    ///   - isMoment: Whether words are a date.
    init(_ words: [String], isPart: (String) -> Bool, isMoment: (String) -> Bool) {
        let words = words.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
        func parted(at index: Int) -> (scope: String, date: String) {
            (words[..<index].joined(separator: " "), words[index...].joined(separator: " "))
        }
        let splits = (0...words.count).map(parted(at:))
        // A whole fit first; then the longest date, so that an unknown name is told as one; then the
        // longest name, so that a wrong date is.
        let split =
            splits.first { (isPart($0.scope) || $0.scope.isEmpty) && isMoment($0.date) }
            ?? splits.first { isMoment($0.date) } ?? splits.last { isPart($0.scope) }
        (scope, date) = split ?? (words.joined(separator: " "), "")
    }
}

extension Exam.Scope {
    /// The same part of the library as the store is asked about it.
    var inStore: Store.Scope {
        switch self {
        case .all: .all
        case .class(let slug): .class(slug: slug)
        case .unit(let slug, let name): .unit(classSlug: slug, name: name)
        case .guide(let id): .guide(id)
        }
    }

    init?(_ scope: Store.Scope) {
        switch scope {
        case .all: self = .all
        case .class(let slug): self = .class(slug: slug)
        case .unit(let slug, let name): self = .unit(classSlug: slug, name: name)
        case .guide(let id): self = .guide(id)
        case .guides: return nil
        }
    }
}

extension Desk {
    /// Parts of the library by their names, parted by commas, and what they are called together.
    ///
    /// - Parameter text: `media business`, or `revenue models, rights and music`; `all` for everything.
    ///     When empty, the only class.
    func examScope(_ text: String) throws -> (parts: [Exam.Part], name: String) {
        if text.trimmed.lowercased() == "all" { return ([Exam.Part(.all)], "Everything") }
        guard !text.trimmed.isEmpty else {
            let classes = try store.classes()
            guard classes.count < 2 else { throw ExamError.whichClass(classes.map(\.shown)) }
            guard let only = classes.first else { throw ScopeError.empty }
            return ([Exam.Part(.class(slug: only.slug))], only.shown)
        }
        var parts: [Exam.Part] = []
        var names: [String] = []
        for name in try partNames(text) {
            let part = try part(named: name)
            guard let scope = Exam.Scope(part.scope) else { continue }
            parts.append(Exam.Part(scope))
            names.append(part.name)
        }
        return (parts, names.joined(separator: ", "))
    }

    /// Whether text names parts of the library.
    func isPart(_ text: String) -> Bool {
        text.lowercased() == "all" || (try? examScope(text)) != nil
    }

    /// The names between commas; one name may hold commas itself.
    private func partNames(_ text: String) throws -> [String] {
        if !text.contains(",") || (try? part(named: text)) != nil { return [text] }
        return text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
    }
}
