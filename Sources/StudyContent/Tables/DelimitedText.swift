/// A reader of comma- or tab-separated text as RFC 4180 has it: quoted fields may hold separators, line
/// ends and doubled quotation marks.
struct DelimitedText {
    /// A row with its place.
    struct Row: Equatable {
        /// Where it begins, from 1.
        var line: Int
        var lastLine: Int
        var fields: [String]
    }

    /// What is wrong with the quotation marks of a field.
    struct Fault: Equatable {
        enum Kind { case unclosed, stray }
        var kind: Kind
        var line: Int
        /// In bytes, from 1.
        var column: Int
    }

    private(set) var rows: [Row] = []
    private(set) var faults: [Fault] = []

    /// Reads at most `rowLimit` rows from a line on; rows without any text are left out.
    ///
    /// - Parameters:
    ///   - source: The text; its line ends are line feeds.
    ///   - firstLine: Where the rows begin, from 1.
    ///   - separator: The byte between fields.
    ///   - rowLimit: How many rows are read.
    init(_ source: SourceText, from firstLine: Int, separator: UInt8, rowLimit: Int) {
        guard firstLine <= source.lineCount else { return }
        var scanner = Scanner(source: source, separator: separator, line: firstLine)
        while rows.count < rowLimit, let row = scanner.next() {
            if row.fields.contains(where: { !$0.isEmpty }) { rows.append(row) }
        }
        faults = scanner.faults
    }

    private struct Scanner {
        let source: SourceText
        let separator: UInt8
        var line: Int
        var offset: Int
        var faults: [Fault] = []

        init(source: SourceText, separator: UInt8, line: Int) {
            self.source = source
            self.separator = separator
            self.line = line
            offset = source.range(ofLine: line).lowerBound
        }

        private var bytes: [UInt8] { source.bytes }

        mutating func next() -> Row? {
            guard offset < bytes.count else { return nil }
            let first = line
            var fields: [String] = []
            var goesOn = true
            while goesOn {
                fields.append(field())
                goesOn = offset < bytes.count && bytes[offset] == separator
                if goesOn { offset += 1 }
            }
            let row = Row(line: first, lastLine: line, fields: fields)
            if offset < bytes.count { offset += 1 }
            line += 1
            return row
        }

        private mutating func field() -> String {
            if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") { return quotedField() }
            let start = offset
            while offset < bytes.count, bytes[offset] != separator,
                bytes[offset] != UInt8(ascii: "\n")
            {
                offset += 1
            }
            return Self.trimmed(bytes[start..<offset])
        }

        private mutating func quotedField() -> String {
            let startLine = line
            let startColumn = column
            var value: [UInt8] = []
            offset += 1
            while offset < bytes.count {
                let byte = bytes[offset]
                offset += 1
                if byte == UInt8(ascii: "\n") { line += 1 }
                guard byte == UInt8(ascii: "\"") else {
                    value.append(byte)
                    continue
                }
                if offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") {
                    value.append(byte)
                    offset += 1
                    continue
                }
                takeBehindQuote(into: &value)
                return Self.trimmed(value[...])
            }
            faults.append(Fault(kind: .unclosed, line: startLine, column: startColumn))
            return Self.trimmed(value[...])
        }

        /// Text between a closing quotation mark and the next separator is wrong, and kept.
        private mutating func takeBehindQuote(into value: inout [UInt8]) {
            var isReported = false
            while offset < bytes.count, bytes[offset] != separator,
                bytes[offset] != UInt8(ascii: "\n")
            {
                if !bytes[offset].isBlank, !isReported {
                    faults.append(Fault(kind: .stray, line: line, column: column))
                    isReported = true
                }
                value.append(bytes[offset])
                offset += 1
            }
        }

        private var column: Int { offset - source.range(ofLine: line).lowerBound + 1 }

        private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
            var bytes = bytes
            while let last = bytes.last, last.isBlank || last == UInt8(ascii: "\n") {
                bytes.removeLast()
            }
            while let first = bytes.first, first.isBlank || first == UInt8(ascii: "\n") {
                bytes.removeFirst()
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}
