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
    /// A unit or class where a guide or card is wanted.
    case noGuide(String)
    case empty

    var description: String {
        switch self {
        case .unknown(let name, let near) where near.isEmpty:
            "there is no guide, unit or class '\(name)'; 'guides' lists them"
        case .unknown(let name, let near):
            "there is no guide, unit or class '\(name)'. Did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
        case .ambiguous(let name, let choices):
            "'\(name)' is more than one guide: \(choices.joined(separator: ", ")); name one with its class, such as '\(choices[0])'"
        case .noGuide(let name):
            "'\(name)' is a unit or class and no guide; 'guides \(name)' lists its guides"
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
                default: .all
                }
        }
        guard !words.isEmpty else { return choice }
        let name = words.joined(separator: " ")
        let part = try part(named: name)
        choice.scope = part.scope
        choice.name = part.name
        return choice
    }

    /// The guide, unit or class of a name; a guide goes before a unit, a unit before a class.
    func part(named name: String) throws -> (scope: Store.Scope, name: String) {
        if let guide = try guides(named: name).first {
            let guide = try only(guide, of: try guides(named: name), name)
            return (.guide(guide.id), guide.term)
        }
        let wanted = slug(name)
        for part in try parts() where slug(part.name) == wanted { return part }
        throw try unknown(name)
    }

    /// The guide of a name; a unit or class is none.
    func guide(named name: String) throws -> GuideHead {
        let guides = try guides(named: name)
        guard let first = guides.first else {
            let wanted = slug(name)
            let isPart = try parts().contains { slug($0.name) == wanted }
            throw isPart ? ScopeError.noGuide(name) : try unknown(name)
        }
        return try only(first, of: guides, name)
    }

    /// Guides of a term, an alias, or `class/term`.
    private func guides(named name: String) throws -> [GuideHead] {
        let sides = name.split(separator: "/", maxSplits: 1).map { slug(String($0)) }
        if sides.count == 2,
            let guide = try store.guide(Guide.ID(classSlug: sides[0], termSlug: sides[1]))
        {
            return [guide.head]
        }
        return try store.guides(named: name)
    }

    /// The one guide that is meant: the one whose term it is goes before those whose alias it is.
    private func only(
        _ first: GuideHead, of guides: [GuideHead], _ name: String
    ) throws(ScopeError) -> GuideHead {
        let terms = guides.filter { slug($0.term) == slug(name) }
        if terms.count == 1 || guides.count == 1 { return terms.first ?? first }
        throw .ambiguous(name, choices: guides.map(\.id.description))
    }

    /// Units and classes.
    func parts() throws -> [(scope: Store.Scope, name: String)] {
        var units: [(scope: Store.Scope, name: String)] = []
        var classes: [(scope: Store.Scope, name: String)] = []
        for name in try store.classes() {
            classes.append((.class(slug: name.slug), name.shown))
            for unit in try store.units(ofClass: name.slug) {
                units.append((.unit(classSlug: name.slug, name: unit), unit))
            }
        }
        return units + classes
    }

    private func unknown(_ name: String) throws -> ScopeError {
        let names = try store.names(beginning: "", limit: 20_000) + parts().map { slug($0.name) }
        return .unknown(name, near: NearName.suggestions(for: name, among: names))
    }
}
