/// A reader of comma- or tab-separated text as RFC 4180 has it: quoted fields may hold separators, line
/// ends and doubled quotation marks.
package struct DelimitedText {
    /// A row with its place.
    package struct Row: Equatable {
        /// Where it begins, from 1.
        package var line: Int
        package var lastLine: Int
        /// Without blanks at their ends.
        package var fields: [String]

        package init(line: Int, lastLine: Int, fields: [String]) {
            self.line = line
            self.lastLine = lastLine
            self.fields = fields
        }
    }

    /// What is wrong with the quotation marks of a field.
    package struct Fault: Equatable {
        package enum Kind { case unclosed, stray }
        package var kind: Kind
        package var line: Int
        /// In bytes, from 1.
        package var column: Int
    }

    package private(set) var rows: [Row] = []
    package private(set) var faults: [Fault] = []

    /// Reads at most `rowLimit` rows from a line on; rows without any text are left out.
    ///
    /// - Parameters:
    ///   - bytes: UTF-8; its line ends are line feeds.
    ///   - firstLine: Where the rows begin, from 1.
    ///   - separator: The byte between fields.
    ///   - rowLimit: How many rows are read.
    package init(
        _ bytes: [UInt8], from firstLine: Int = 1, separator: UInt8, rowLimit: Int = .max
    ) {
        var offset = 0
        for _ in 1..<max(1, firstLine) {
            guard let end = bytes[offset...].firstIndex(of: UInt8(ascii: "\n")) else { return }
            offset = end + 1
        }
        var scanner = Scanner(bytes, separator: separator, line: firstLine, offset: offset)
        while rows.count < rowLimit, let row = scanner.next() {
            if row.fields.contains(where: { !$0.isEmpty }) { rows.append(row) }
        }
        faults = scanner.faults
    }

    private struct Scanner {
        let bytes: [UInt8]
        let separator: UInt8
        var line: Int
        var offset: Int
        private var lineStart: Int
        var faults: [Fault] = []

        init(_ bytes: [UInt8], separator: UInt8, line: Int, offset: Int) {
            self.bytes = bytes
            self.separator = separator
            self.line = line
            self.offset = offset
            lineStart = offset
        }

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
            beginLine()
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
                if byte == UInt8(ascii: "\n") { beginLine() }
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
                if !bytes[offset].isBlankOrLineFeed, !isReported {
                    faults.append(Fault(kind: .stray, line: line, column: column))
                    isReported = true
                }
                value.append(bytes[offset])
                offset += 1
            }
        }

        private mutating func beginLine() {
            line += 1
            lineStart = offset
        }

        /// In bytes, from 1.
        private var column: Int { offset - lineStart + 1 }

        private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
            var bytes = bytes
            while let last = bytes.last, last.isBlankOrLineFeed {
                bytes.removeLast()
            }
            while let first = bytes.first, first.isBlankOrLineFeed {
                bytes.removeFirst()
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }
}

extension UInt8 {
    fileprivate var isBlankOrLineFeed: Bool { self == 0x20 || self == 0x09 || self == 0x0A }
}
