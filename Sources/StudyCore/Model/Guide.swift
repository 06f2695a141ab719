/// One term with all that is to be known of it: what one guide file (or one row of a table) says.
package struct Guide: Hashable, Sendable {
    /// The name by which scopes, `confused-with` and other guides speak of a guide: `class/term`, as slugs.
    package struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
        package let classSlug: String
        package let termSlug: String

        package init(classSlug: String, termSlug: String) {
            self.classSlug = classSlug
            self.termSlug = termSlug
        }

        package var description: String { "\(classSlug)/\(termSlug)" }

        package static func < (left: ID, right: ID) -> Bool {
            (left.classSlug, left.termSlug) < (right.classSlug, right.termSlug)
        }
    }

    package var id: ID
    /// The file, relative to its library's folder, with `/` between folders.
    package var path: String
    /// The class as it is shown, such as *Media Business*.
    package var className: String
    /// The unit as it is shown; nil when the guide names none.
    package var unit: String?
    /// The term as it is shown: the guide's first heading.
    package var term: String
    /// Other names that count as the term when typed.
    package var aliases: [String]
    /// Slugs of the terms this one is mistaken for, most likely first.
    package var confusedWith: [String]
    /// Where the facts come from, free text.
    package var sources: [String]
    /// An identity that the author fixed with `{#id}` on the heading; nil nearly always.
    package var explicitID: String?
    /// Line of the heading (or row), from 1.
    package var line: Int
    /// Definition, facts, questions and clozes in the order of the file.
    package var items: [Item]
    /// Sections that make no cards and are shown by `read`.
    package var sections: [Section]

    /// A kept section: any heading that is not one of the known ones.
    package struct Section: Hashable, Sendable {
        package let title: String
        package let body: Prose
        package let line: Int

        package init(title: String, body: Prose, line: Int) {
            self.title = title
            self.body = body
            self.line = line
        }
    }

    package init(
        id: ID, path: String, className: String, unit: String? = nil, term: String,
        aliases: [String] = [], confusedWith: [String] = [], sources: [String] = [],
        explicitID: String? = nil, line: Int = 1, items: [Item] = [], sections: [Section] = []
    ) {
        self.id = id
        self.path = path
        self.className = className
        self.unit = unit
        self.term = term
        self.aliases = aliases
        self.confusedWith = confusedWith
        self.sources = sources
        self.explicitID = explicitID
        self.line = line
        self.items = items
        self.sections = sections
    }
}
