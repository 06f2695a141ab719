/// Refuses text whose parsing would cost far more than its size.
///
/// cmark allocates a node for most signs and for every cell of a table, those that a short row leaves out
/// included, and walks all open containers for every line. So the depth of containers, the cells of tables
/// and the number of signs are bounded before it sees the text; a document's true depth is checked afterwards.
struct StructureGuard {
    let limits: ContentLimits

    /// The first thing that is too much, if any, as an error to report.
    func problem(in source: SourceText, file: String) -> ContentProblem? {
        source.bytes.withUnsafeBufferPointer { bytes in
            tooDeep(source, bytes, file) ?? tooManySigns(source, bytes, file)
                ?? tooManyCells(source, bytes, file)
        }
    }

    private func tooDeep(
        _ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>, _ file: String
    ) -> ContentProblem? {
        for (index, start) in source.lineStarts.enumerated() {
            guard start < bytes.count, !bytes[start].isLetter else { continue }
            var offset = start
            var marks = 0
            var markColumn = 0
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte.isBlank {
                    offset += 1
                } else if byte == UInt8(ascii: ">") {
                    marks += 1
                    offset += 1
                } else if let width = listMarkWidth(bytes, offset) {
                    marks += 1
                    markColumn = offset - start
                    offset += width
                } else {
                    break
                }
            }
            // A level needs two columns; twice that is still a list that a person may have indented.
            if marks > limits.nestingDepth || markColumn > limits.nestingDepth * 4 {
                return ContentProblem(
                    .nestingTooDeep, .error, file: file, line: index + 1,
                    column: offset - start + 1,
                    message: Self.nestingMessage(limit: limits.nestingDepth))
            }
        }
        return nil
    }

    static func nestingMessage(limit: Int) -> String {
        "lists and quotes stand more than \(limit) deep inside each other; make them flatter"
    }

    private func listMarkWidth(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        var offset = start
        while offset < bytes.count, bytes[offset].isDigit { offset += 1 }
        guard offset < bytes.count else { return nil }
        switch bytes[offset] {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
            guard offset == start else { return nil }
        case UInt8(ascii: "."), UInt8(ascii: ")"):
            guard offset > start else { return nil }
        default: return nil
        }
        let next = offset + 1
        guard next >= bytes.count || bytes[next].isBlank || bytes[next] == UInt8(ascii: "\n") else {
            return nil
        }
        return next - start
    }

    private func tooManySigns(
        _ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>, _ file: String
    ) -> ContentProblem? {
        guard bytes.count > limits.markupSigns else { return nil }
        var count = 0
        for (offset, byte) in bytes.enumerated() where byte.isMarkupSign {
            count += 1
            guard count > limits.markupSigns else { continue }
            let line = source.line(containing: offset)
            return ContentProblem(
                .tooMuchMarkup, .error, file: file, line: line,
                column: offset - source.lineStarts[line - 1] + 1,
                message:
                    "the file holds more than \(limits.markupSigns) Markdown signs and line ends; split it"
            )
        }
        return nil
    }

    private func tooManyCells(
        _ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>, _ file: String
    ) -> ContentProblem? {
        var line = 1
        while line <= source.lineCount {
            let range = source.range(ofLine: line)
            let columns = Self.delimiterColumns(bytes[range])
            guard columns > 0 else {
                line += 1
                continue
            }
            let first = line
            while line <= source.lineCount, !source.isBlank(line) { line += 1 }
            if columns * (line - first) > limits.tableCells {
                return ContentProblem(
                    .tableTooLarge, .error, file: file, line: first,
                    message:
                        "the table has more than \(limits.tableCells) cells; keep it in a .tsv or .csv file"
                )
            }
        }
        return nil
    }

    /// Whether a line may be what stands between the header and the rows of a table.
    static func isDelimiterRow(_ line: ArraySlice<UInt8>) -> Bool {
        delimiterColumns(line) > 0
    }

    /// The columns of a table's delimiter row (`|---|:-:|`); 0 for any other line.
    private static func delimiterColumns(_ line: some Sequence<UInt8>) -> Int {
        var bars = 0
        var dashes = 0
        for byte in line {
            switch byte {
            case UInt8(ascii: "|"): bars += 1
            case UInt8(ascii: "-"): dashes += 1
            case UInt8(ascii: ":"), UInt8(ascii: ">"), 0x20, 0x09: break
            default: return 0
            }
        }
        return dashes == 0 ? 0 : bars + 1
    }
}

extension SourceText {
    /// The line, from 1, in which an offset lies.
    func line(containing offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    /// Whether cmark may make a node of it.
    fileprivate var isMarkupSign: Bool {
        switch self {
        case UInt8(ascii: "\n"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "*"),
            UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "<"), UInt8(ascii: "&"),
            UInt8(ascii: "!"), UInt8(ascii: "\\"), UInt8(ascii: "~"), UInt8(ascii: "|"):
            true
        default: false
        }
    }
}
