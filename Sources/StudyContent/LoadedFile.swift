package import StudyCore

/// What one file gave: its guides, and everything that is wrong with it.
package struct LoadedFile: Hashable, Sendable {
    /// The file, relative to its library's folder, with `/` between folders.
    package let path: String
    /// In the order of the file; a Markdown file has one as a rule, a table of terms one a row.
    package var guides: [Guide]
    /// In the order of the file.
    package var problems: [ContentProblem]

    package init(path: String, guides: [Guide] = [], problems: [ContentProblem] = []) {
        self.path = path
        self.guides = guides
        self.problems = problems
    }
}
