internal import StudyCore

/// Rows parted by tabs or commas, with or without the header lines of Anki's text files.
struct DelimitedRows {
    private(set) var material: RowMaterial

    /// Nil when the text is none of the kind.
    init?(_ text: PlainLines, _ options: TextOptions) {
        let header = AnkiTextHeader(text)
        let named = options.separator.flatMap { SeparatorName.byte(of: $0) } ?? header.separator
        guard options.separator == nil || named != nil, options.rowSeparator == nil else {
            return nil
        }
        let bytes = Array(text.lines.map(\.visible).joined(separator: "\n").utf8)
        guard let separator = named ?? Self.separator(bytes, from: header.lineCount + 1, in: text)
        else { return nil }
        var rows = Self.rows(bytes, from: header.lineCount + 1, separator: separator)[...]
        rows = rows.drop { $0.fields.count < 2 }
        material = RowMaterial(text, options, shape: "rows of terms and definitions")
        material.use(lines: 1...max(1, header.lineCount), when: header.lineCount > 0)
        let columns = rows.first.flatMap { Columns(header: $0.fields) }
        // What sites export with a sign of the learner's choice has no quotation marks around signs inside.
        if options.separator != nil, columns == nil, !bytes.contains(UInt8(ascii: "\"")),
            Set(rows.map(\.fields.count).filter { $0 > 1 }).count > 1
        {
            return nil
        }
        if columns != nil, let first = rows.first {
            material.use(lines: first.line...first.lastLine)
            rows.removeFirst()
        }
        for row in rows { add(row, columns ?? Columns(), header) }
        if material.isEmpty { return nil }
    }

    private mutating func add(
        _ row: DelimitedText.Row, _ columns: Columns, _ header: AnkiTextHeader
    ) {
        let fields = header.isHTML ? row.fields.map(PlainHTML.text) : row.fields
        let content = fields.indices.filter { !header.metaColumns.contains($0) }
        guard columns.front < content.count else { return }
        let front = fields[content[columns.front]]
        let back = columns.back < content.count ? fields[content[columns.back]] : ""
        let extra = content.indices.filter { $0 != columns.front && $0 != columns.back }
            .map { fields[content[$0]] }.filter { !$0.isEmpty }
        let deck = header.deckColumn.flatMap { $0 < fields.count ? fields[$0] : nil } ?? header.deck
        material.add(
            front, back, extra: extra, deck: deck, asks: columns.ask,
            lines: row.line...row.lastLine)
    }

    /// Which columns are the sides of a card.
    private struct Columns {
        private(set) var front = 0
        private(set) var back = 1
        /// Whether the front is a question whatever its words.
        private(set) var ask = false

        init() {}

        /// By the words of a header row; nil when it names not both.
        init?(header: [String]) {
            if let columns = TermColumns(header: header) {
                (front, back) = (columns.term, columns.definition)
                return
            }
            let names = header.map { $0.lowercased() }
            guard let front = names.firstIndex(where: ["question", "questions"].contains),
                let back = names.firstIndex(where: ["answer", "answers"].contains)
            else { return nil }
            (self.front, self.back, ask) = (front, back, true)
        }
    }

    /// Quotation marks mean something only when all of them are closed as RFC 4180 wants it.
    private static func rows(
        _ bytes: [UInt8], from line: Int, separator: UInt8
    ) -> [DelimitedText.Row] {
        let text = DelimitedText(bytes, from: line, separator: separator)
        if text.faults.isEmpty { return text.rows }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.indices.dropFirst(line - 1).compactMap { index in
            let fields = lines[index].split(separator: separator, omittingEmptySubsequences: false)
                .map { String(String(decoding: $0, as: UTF8.self).trimmedSlice) }
            guard fields.contains(where: { !$0.isEmpty }) else { return nil }
            return DelimitedText.Row(line: index + 1, lastLine: index + 1, fields: fields)
        }
    }

    /// Where the quotation marks of a table with a heading are wrong, so that its rows are not sure.
    static func fault(in text: PlainLines) -> DelimitedText.Fault? {
        let bytes = Array(text.lines.map(\.visible).joined(separator: "\n").utf8)
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";")] {
            let table = DelimitedText(bytes, separator: separator)
            if let head = table.rows.first, Columns(header: head.fields) != nil {
                return table.faults.first
            }
        }
        return nil
    }

    /// The sign that parts every row in the same number of fields; nil when none surely does.
    private static func separator(
        _ bytes: [UInt8], from line: Int, in text: PlainLines
    ) -> UInt8? {
        let lines = text.lines.dropFirst(line - 1).filter { !$0.isBlank }
        // A title may stand above the rows.
        let tabbed = lines.drop { !$0.text.contains("\t") }
        if tabbed.count > lines.count - tabbed.count,
            tabbed.count(where: { $0.visible.contains("\t") }) * 10 >= tabbed.count * 9
        {
            return UInt8(ascii: "\t")
        }
        return [UInt8(ascii: ","), UInt8(ascii: ";")].first { separator in
            let rows = Self.rows(bytes, from: line, separator: separator)
            guard let first = rows.first, first.fields.count >= 2,
                rows.allSatisfy({ $0.fields.count == first.fields.count })
            else { return false }
            if Columns(header: first.fields) != nil { return rows.count > 1 }
            let table = DelimitedText(bytes, from: line, separator: separator)
            guard table.faults.isEmpty else { return false }
            let isQuoted = bytes.contains(UInt8(ascii: "\""))
            return table.rows.count >= 3 && first.fields.count == 2
                && (isQuoted || table.rows.allSatisfy { $0.fields[0].count <= 40 })
        }
    }
}

/// The lines `#name:value` above the rows of Anki's text files.
struct AnkiTextHeader {
    private(set) var lineCount = 0
    private(set) var separator: UInt8?
    private(set) var isHTML = false
    private(set) var deck: String?
    /// From 0.
    private(set) var deckColumn: Int?
    /// Columns that are no fields, from 0.
    private(set) var metaColumns: Set<Int> = []

    init(_ text: PlainLines) {
        for line in text.lines {
            guard line.text.first == "#", let colon = line.text.firstIndex(of: ":") else { break }
            let name = line.text[..<colon].dropFirst().lowercased()
            guard Self.names.contains(name) else { break }
            lineCount += 1
            read(name, String(line.text[line.text.index(after: colon)...]))
        }
    }

    private static let names: Set<String> = [
        "separator", "html", "tags", "columns", "notetype", "deck", "notetype column",
        "deck column", "tags column", "guid column", "if matches", "match scope",
    ]

    private mutating func read(_ name: String, _ value: String) {
        switch name {
        case "separator": separator = SeparatorName.byte(of: value)
        case "html": isHTML = value.lowercased() == "true"
        case "deck": deck = value
        default:
            guard name.hasSuffix(" column"), let column = Int(value), column > 0 else { return }
            metaColumns.insert(column - 1)
            if name == "deck column" { deckColumn = column - 1 }
        }
    }
}

/// The names by which people and Anki call signs between fields.
enum SeparatorName {
    static func text(of name: String) -> String {
        switch name.lowercased() {
        case "tab", "\\t": "\t"
        case "comma": ","
        case "semicolon": ";"
        case "pipe": "|"
        case "colon": ":"
        case "space": " "
        case "newline", "\\n": "\n"
        case "blank line", "\\n\\n": "\n\n"
        default: name
        }
    }

    /// Nil for what is not one ASCII sign.
    static func byte(of name: String) -> UInt8? {
        let text = text(of: name)
        return text.utf8.count == 1 ? text.utf8.first : nil
    }
}
