internal import GRDB
package import StudyCore

extension Store {
    /// Which guides a question to the store is about.
    package enum Scope: Hashable, Sendable {
        case all
        case `class`(slug: String)
        /// A unit by its shown name, of a class.
        case unit(classSlug: String, name: String)
        case guide(Guide.ID)
        case guides([Guide.ID])
    }
}

extension Store.Scope {
    /// A condition on a column that holds a guide's number, and its arguments.
    func condition(on column: String) -> (sql: String, arguments: StatementArguments) {
        switch self {
        case .all: ("\(column) IS NOT NULL", [])
        case .class(let slug):
            ("\(column) IN (SELECT number FROM guide WHERE class_slug = ?)", [slug])
        case .unit(let classSlug, let name):
            (
                "\(column) IN (SELECT number FROM guide WHERE class_slug = ? AND unit = ?)",
                [classSlug, name]
            )
        case .guide(let id): Self.guides([id]).condition(on: column)
        case .guides(let ids):
            (
                """
                \(column) IN (SELECT number FROM guide WHERE (class_slug, term_slug) IN \
                (VALUES \((["(NULL, NULL)"] + ids.map { _ in "(?, ?)" }).joined(separator: ", "))))
                """,
                StatementArguments(ids.flatMap { [$0.classSlug, $0.termSlug] })
            )
        }
    }
}
