/// A stretch of a guide's text, twice: as it was written and as it is compared.
package struct Prose: Hashable, Sendable {
    /// The Markdown, with the indentation of the place it stood in removed.
    ///
    /// Parsed on its own it gives the blocks it gave in the guide.
    package let markdown: String
    /// The same without marks: paragraphs and list items a line each, emphasis and links as their text.
    ///
    /// Holds no control characters except the line feed.
    package let plain: String

    package init(markdown: String, plain: String) {
        self.markdown = markdown
        self.plain = plain
    }

    /// Text without any marks.
    package init(plain: String) {
        self.init(markdown: plain, plain: plain)
    }
}
