/// Reads a text of any known shape.
///
/// The same text always gives the same guides and report; nothing else is looked at. Shapes are tried in
/// the order of how surely they are told.
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
    if options.separator == nil, options.rowSeparator == nil,
        var page = PageReader(text, options)
    {
        try page.read()
        return page.reading
    }
    let material =
        DelimitedRows(text, options)?.material
        ?? CustomRows(text, options)?.material
        ?? LabelledCards(text, options)?.material
        ?? TermLineRows(text, options)?.material
        ?? ListedTerms(text, options)?.material
    guard let material else { throw .unknownShape(seen: TextTraits.seen(in: text)) }
    return material.finished()
}
