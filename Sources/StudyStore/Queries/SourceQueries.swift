internal import GRDB
package import StudyCore

extension Store {
    /// The guides that name a source.
    package func guides(citing source: String) throws(StoreError) -> Set<Guide.ID> {
        try read { db in
            let rows = try Row.fetchCursor(
                db,
                sql: "SELECT class_slug, term_slug, sources FROM guide WHERE sources IS NOT NULL")
            var guides = Set<Guide.ID>()
            while let row = try rows.next() {
                guard TextList.list(row[2]).contains(source) else { continue }
                guides.insert(Guide.ID(classSlug: row[0], termSlug: row[1]))
            }
            return guides
        }
    }
}
