internal import StudyCore

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
        do {
            try page.read()
        } catch {
            throw isUnitPage(text) ? .noTermPage(seen: TextTraits.seen(in: text)) : error
        }
        return noting(text, page.reading)
    }
    let material =
        DelimitedRows(text, options)?.material
        ?? CustomRows(text, options)?.material
        ?? CellTable(text, options)?.material
        ?? InlineAnswers(text, options)?.material
        ?? LabelledCards(text, options)?.material
        ?? AnswerKey(text, options)?.material
        ?? CountedCards(text, options)?.material
        ?? MarkdownTable(text, options)?.material
        ?? TermLineRows(text, options)?.material
        ?? ListedTerms(text, options)?.material
    guard let material else {
        if let fault = DelimitedRows.fault(in: text) {
            throw .wrongQuotes(line: fault.line, column: fault.column)
        }
        var seen = TextTraits.seen(in: text)
        if let sign = options.separator { seen.append("no row with '\(sign)' between its sides") }
        throw isUnitPage(text) ? .noTermPage(seen: seen) : .unknownShape(seen: seen)
    }
    return noting(text, material.finished())
}

/// Says when lines are not those of the file.
private func noting(_ text: PlainLines, _ reading: TextReading) -> TextReading {
    guard text.isHTML else { return reading }
    var reading = reading
    reading.notes.insert(
        .init("the file is HTML: lines are those of the text that it shows"), at: 0)
    return reading
}

/// Whether a text is a study site's page about more than one term.
private func isUnitPage(_ text: PlainLines) -> Bool {
    let marks = text.lines.prefix(100).count { line in
        let words = PageVocabulary.folded(line.text)
        return PageVocabulary.unitMarks.contains(where: words.hasPrefix)
            || (words.hasPrefix("unit ") || words.hasPrefix("topic ")) && words.hasSuffix(" review")
    }
    return marks >= 2
}
