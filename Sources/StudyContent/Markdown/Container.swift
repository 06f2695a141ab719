/// A list item or quote around a text, known well enough to take its marks off each line.
enum Container: Equatable {
    case quote
    /// An item whose mark stands in `line`, `indent` columns in, `width` bytes wide.
    ///
    /// `padding` columns follow the mark; a task's box of `box` bytes stands behind them. Lines below are
    /// part of the item when they are indented by all of it but the box.
    case item(line: Int, indent: Int, width: Int, padding: Int, box: Int)
}

extension Container {
    /// The item at its place in the source, itself inside `outer`; nil when no mark stands there.
    init?(item: SourceBlock, in outer: [Container], of source: SourceText) {
        var cursor = LineCursor(source.line(item.line))
        cursor.enter(outer, line: item.line)
        let indent = cursor.skipBlanks(columns: .max)
        let width = cursor.skipListMark()
        guard width > 0 else { return nil }
        var padding = cursor.skipBlanks(columns: .max)
        // Five blanks or more are one, and code; none or only blanks are one, and an empty line.
        if padding > 4 || cursor.isAtEnd { padding = 1 }
        var box = 0
        if case .item(isTask: true) = item.kind { box = 3 }
        self = .item(line: item.line, indent: indent, width: width, padding: padding, box: box)
    }
}

/// Walks into one line of a source, column by column where there are tabs.
struct LineCursor {
    private var rest: ArraySlice<UInt8>
    /// Columns count from 0.
    private var column = 0
    /// Columns of a tab that were not skipped.
    private var owed = 0

    init(_ line: ArraySlice<UInt8>) {
        rest = line
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// Appends what is left of the line.
    func appendRemainder(to bytes: inout [UInt8]) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: owed))
        bytes.append(contentsOf: rest)
    }

    /// Skips up to so many columns of blanks.
    ///
    /// - Returns: The columns skipped.
    @discardableResult
    mutating func skipBlanks(columns: Int) -> Int {
        var skipped = min(owed, columns)
        owed -= skipped
        while skipped < columns, let byte = rest.first, byte.isBlank {
            rest.removeFirst()
            let width = byte == UInt8(ascii: "\t") ? 4 - column % 4 : 1
            column += width
            let used = min(width, columns - skipped)
            skipped += used
            owed = width - used
        }
        return skipped
    }

    private mutating func skip(bytes count: Int) {
        rest.removeFirst(min(count, rest.count))
        column += count
    }

    /// Skips a bullet or a number with its sign.
    ///
    /// - Returns: The bytes skipped; 0 when there is no mark.
    mutating func skipListMark() -> Int {
        let digits = rest.prefix { $0.isDigit }.count
        let sign = rest.dropFirst(digits).first
        let isMark =
            digits == 0
            ? sign == UInt8(ascii: "-") || sign == UInt8(ascii: "*") || sign == UInt8(ascii: "+")
            : sign == UInt8(ascii: ".") || sign == UInt8(ascii: ")")
        guard isMark else { return 0 }
        skip(bytes: digits + 1)
        return digits + 1
    }

    /// Takes the marks of the containers off, as far as the line has them.
    ///
    /// A line without them continues a paragraph lazily and is left as it is from there on.
    mutating func enter(_ containers: [Container], line: Int) {
        for container in containers {
            switch container {
            case .quote:
                skipBlanks(columns: 3)
                guard owed == 0, rest.first == UInt8(ascii: ">") else { return }
                skip(bytes: 1)
                skipBlanks(columns: 1)
            case .item(line, _, let width, let padding, let box):
                skipBlanks(columns: .max)
                skip(bytes: width)
                skipBlanks(columns: padding)
                if box > 0 {
                    skipBlanks(columns: .max)
                    skip(bytes: box)
                    skipBlanks(columns: .max)
                }
            case .item(_, let indent, let width, let padding, _):
                let wanted = indent + width + padding
                if skipBlanks(columns: wanted) < wanted { return }
            }
        }
    }
}

extension SourceText {
    /// The Markdown of some lines without the marks of the containers around it, blank lines at both ends dropped.
    func markdown(lines: ClosedRange<Int>, in containers: [Container]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(
            range(ofLine: lines.upperBound).upperBound - range(ofLine: lines.lowerBound).lowerBound
                + 1)
        for number in lines {
            var cursor = LineCursor(line(number))
            cursor.enter(containers, line: number)
            cursor.appendRemainder(to: &result)
            result.append(UInt8(ascii: "\n"))
        }
        return result.trimmingBlankLines()
    }
}

extension [UInt8] {
    /// Without blank lines at the start, and without blanks and line feeds at the end.
    consuming func trimmingBlankLines() -> [UInt8] {
        while let last = self.last, last.isBlank || last == UInt8(ascii: "\n") { removeLast() }
        var start = startIndex
        for index in indices {
            if self[index] == UInt8(ascii: "\n") {
                start = index + 1
            } else if !self[index].isBlank {
                break
            }
        }
        removeFirst(start)
        return self
    }
}
