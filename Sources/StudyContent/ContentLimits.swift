/// How much of anything is read before a file is refused.
///
/// Guides may come from strangers; each limit stands well above what a person writes and well below
/// what would make the program slow or large.
package struct ContentLimits: Hashable, Sendable {
    /// Bytes of one file.
    package var fileSize = 4 << 20
    /// Files of one library.
    package var files = 50_000
    /// Folders inside folders.
    package var folderDepth = 32
    /// Lists and quotes inside each other.
    package var nestingDepth = 32
    /// Signs that mean something in Markdown, line ends among them; each costs some hundred bytes while parsed.
    package var markupSigns = 400_000
    /// Cells of one Markdown table, rows times columns.
    package var tableCells = 100_000
    /// Bytes of front matter.
    package var frontMatterSize = 64 << 10
    /// UTF-8 bytes of an item's text or answer.
    package var itemLength = 8_000
    /// Items of one guide.
    package var items = 1_000
    /// Rows of a table of terms.
    package var rows = 50_000

    package init() {}
}
