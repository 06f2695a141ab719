/// Reads a text of any known shape.
///
/// The same text always gives the same guides and report; nothing else is looked at.
///
/// - Parameters:
///   - bytes: UTF-8.
///   - options: What is known beside the text.
/// - Returns: The guides and what became of every line.
/// - Throws: Why nothing can be made of it.
package func readText(
    _ bytes: [UInt8], _ options: TextOptions = TextOptions()
) throws(TextRefusal) -> TextReading {
    let text = try PlainLines(bytes)
    if var page = PageReader(text, options) {
        try page.read()
        return page.reading
    }
    if let rows = TermRows(text, options) { return rows.reading }
    throw .unknownShape(seen: [])
}
