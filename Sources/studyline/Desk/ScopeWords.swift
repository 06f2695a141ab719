import StudyCore
import StudyStore

/// What a quiz or a figure is about: a part of the library, and which of its cards.
struct ScopeChoice: Equatable {
    /// Which cards of the part.
    enum Filter: Equatable {
        /// What is due, then new cards.
        case dueAndNew
        case due
        case new
        /// Cards in memory, the least sure first, due or not.
        case weak
        /// Every card, due or not.
        case all
    }

    var scope: Store.Scope = .all
    var filter: Filter = .dueAndNew
    /// The part in words; nil for everything.
    var name: String?
}

/// The words that stand for a kind of card and not for a part of the library.
enum ScopeWords {
    static let fixed = ["all", "due", "new", "weak"]
}

/// A scope that names nothing.
enum ScopeError: Error, Equatable, CustomStringConvertible {
    case unknown(String, near: [String])
    case ambiguous(String, choices: [String])
    case empty

    var description: String {
        switch self {
        case .unknown(let name, let near) where near.isEmpty:
            "there is no guide, unit or class '\(name)'; 'guides' lists them"
        case .unknown(let name, let near):
            "there is no guide, unit or class '\(name)'. Did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
        case .ambiguous(let name, let choices):
            "'\(name)' is more than one guide: \(choices.joined(separator: ", ")); name one with its class, such as '\(choices[0])'"
        case .empty:
            "there are no guides; --content FOLDER says where they are, or 'config content FOLDER'"
        }
    }
}

extension Desk {
    /// What typed words mean: fixed words and at most one part of the library, in any order.
    ///
    /// The words of a name need no quotes: `quiz media business` and `quiz new brand authenticity`.
    func scope(_ words: [String]) throws -> ScopeChoice {
        var choice = ScopeChoice()
        var words = words
        if let first = words.first?.lowercased(), ScopeWords.fixed.contains(first) {
            words.removeFirst()
            choice.filter =
                switch first {
                case "due": .due
                case "new": .new
                case "weak": .weak
                default: words.isEmpty ? .dueAndNew : .all
                }
        }
        guard !words.isEmpty else { return choice }
        let name = words.joined(separator: " ")
        let part = try part(named: name)
        choice.scope = part.scope
        choice.name = part.name
        return choice
    }

    /// The guide, unit or class of a name.
    func part(named name: String) throws -> (scope: Store.Scope, name: String) {
        let matches = try store.parts(named: name)
        if let first = matches.first {
            guard matches.count == 1 else {
                throw ScopeError.ambiguous(name, choices: matches.map(\.qualifiedName))
            }
            return (first.scope, first.name)
        }
        throw ScopeError.unknown(
            name, near: NearName.suggestions(for: name, among: try store.names()))
    }

    /// The guide of a name; a unit or class is none.
    func guide(named name: String) throws -> GuideHead {
        let matches = try store.guides(named: name)
        guard let first = matches.first else {
            throw ScopeError.unknown(
                name, near: NearName.suggestions(for: name, among: try store.names()))
        }
        guard matches.count == 1 else {
            throw ScopeError.ambiguous(name, choices: matches.map(\.id.description))
        }
        return first
    }
}
