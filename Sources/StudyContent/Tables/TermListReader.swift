internal import StudyCore

/// Makes guides of the rows of a `.tsv` or `.csv` file.
struct TermListReader {
    let source: SourceText
    let path: String
    let defaults: GuideDefaults
    let limits: ContentLimits
    private(set) var guides: [Guide] = []
    private(set) var log: ProblemLog

    init(source: SourceText, path: String, defaults: GuideDefaults, limits: ContentLimits) {
        self.source = source
        self.path = path
        self.defaults = defaults
        self.limits = limits
        log = ProblemLog(file: path)
    }

    mutating func read() {
        var separator = UInt8(ascii: path.lowercased().hasSuffix(".csv") ? "," : "\t")
        var line = 1
        while line <= source.lineCount, source.line(line).first == UInt8(ascii: "#") {
            if let named = Self.separator(named: source.line(line)) {
                separator = named
            } else if source.line(line).starts(with: "#separator:".utf8) {
                log.add(
                    .unknownSeparator, .warning, line: line,
                    "the separator is not known; write tab, comma, semicolon, pipe, colon or space")
            }
            line += 1
        }
        let text = DelimitedText(
            source.bytes, from: line, separator: separator, rowLimit: limits.rows + 1)
        report(text.faults)
        var rows = text.rows[...]
        if rows.count > limits.rows {
            log.add(
                .tooManyRows, .error, line: rows[limits.rows].line,
                "the file has more than \(limits.rows) rows; split it")
            rows = rows.prefix(limits.rows)
        }
        let header = rows.first?.fields ?? []
        let columns = TermColumns(header: header)
        if columns != nil { rows.removeFirst() }
        if rows.isEmpty {
            log.add(
                .emptyFile, .error,
                "the file holds no rows; write a term and its definition on each")
        }
        for row in rows {
            if let columns {
                read(row, columns: columns, header: header)
            } else {
                read(row, columns: TermColumns(term: 0, definition: 1), header: ["", ""])
            }
        }
    }

    /// The separator that one of Anki's header lines names; nil for any other line.
    private static func separator(named line: ArraySlice<UInt8>) -> UInt8? {
        guard line.starts(with: "#separator:".utf8) else { return nil }
        let name = String(decoding: line.dropFirst(11), as: UTF8.self).lowercased().filter {
            $0 != " "
        }
        switch name {
        case "tab", "\\t", "\t": return UInt8(ascii: "\t")
        case "comma", ",": return UInt8(ascii: ",")
        case "semicolon", ";": return UInt8(ascii: ";")
        case "pipe", "|": return UInt8(ascii: "|")
        case "colon", ":": return UInt8(ascii: ":")
        case "space": return UInt8(ascii: " ")
        default: return nil
        }
    }

    private mutating func read(_ row: DelimitedText.Row, columns: TermColumns, header: [String]) {
        guard row.fields.count <= header.count, columns.term < row.fields.count else {
            report(
                .rowFields, .error, row,
                "the row has \(row.fields.count) fields instead of \(header.count); put fields that hold a separator in quotation marks"
            )
            return
        }
        let definition =
            columns.definition < row.fields.count ? row.fields[columns.definition] : ""
        var builder = TermGuideBuilder(path: path, defaults: defaults, limits: limits)
        builder.add(
            term: row.fields[columns.term], definition: Prose(markdown: Array(definition.utf8)),
            lines: row.line...row.lastLine, log: &log)
        guard var guide = builder.guide else { return }
        for (index, field) in row.fields.enumerated()
        where index != columns.term && index != columns.definition && !field.isEmpty {
            guide.sections.append(
                Guide.Section(
                    title: header[index], body: Prose(markdown: Array(field.utf8)), line: row.line))
        }
        guides.append(guide)
    }

    private mutating func report(_ faults: [DelimitedText.Fault]) {
        for fault in faults {
            switch fault.kind {
            case .unclosed:
                log.add(
                    .unclosedQuote, .error, line: fault.line, column: fault.column,
                    lastLine: source.lineCount,
                    "the quotation mark is never closed; close it, or double it if it belongs to the text"
                )
            case .stray:
                log.add(
                    .strayQuote, .warning, line: fault.line, column: fault.column,
                    "text stands behind a closing quotation mark; double the marks inside the field"
                )
            }
        }
    }

    private mutating func report(
        _ code: ProblemCode, _ severity: ContentProblem.Severity, _ row: DelimitedText.Row,
        _ message: String
    ) {
        log.add(code, severity, line: row.line, lastLine: row.lastLine, message)
    }
}
