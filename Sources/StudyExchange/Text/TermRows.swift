internal import StudyCore

/// Rows of a term and its definition, parted by a sign: TSV, CSV, Quizlet's and Knowt's exports.
struct TermRows {
    private(set) var reading: TextReading

    /// Nil when the text is none of the kind.
    init?(_ text: PlainLines, _ options: TextOptions) {
        guard let separator = Self.separator(in: text) else { return nil }
        reading = TextReading(shape: "terms and definitions, a row each")
        reading.lines = text.lines.map { TextReading.Line(text: $0.original, fate: .unassigned) }
        let bytes = Array(text.lines.map(\.text).joined(separator: "\n").utf8)
        let rows = DelimitedText(bytes, separator: separator).rows
        for row in rows where row.fields.count >= 2 {
            add(row, options)
        }
        for index in text.lines.indices where text.lines[index].isBlank {
            reading.lines[index].fate = .blank
        }
        if reading.guides.isEmpty { return nil }
    }

    private mutating func add(_ row: DelimitedText.Row, _ options: TextOptions) {
        var guide = DraftGuide(
            className: options.className, unit: options.unit, term: row.fields[0])
        guard !slug(guide.term).isEmpty, !row.fields[1].isEmpty else { return }
        guide.definition = Markdown.escaped(row.fields[1])
        reading.guides.append(guide)
        for line in row.line...row.lastLine { reading.lines[line - 1].fate = .used }
    }

    /// The byte that parts every line in the same number of fields.
    private static func separator(in text: PlainLines) -> UInt8? {
        let lines = text.lines.filter { !$0.isBlank }
        return lines.allSatisfy { $0.text.contains("\t") } ? UInt8(ascii: "\t") : nil
    }
}
