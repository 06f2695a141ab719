import StudyTerminal

/// What a terminal shows after some output: the part of xterm that line programs use.
package struct Screen: Sendable {
    /// Row and column, from 0.
    package private(set) var row = 0
    package private(set) var column = 0

    private var columns: Int
    private var rows: Int
    /// "" is the right half of a wide character.
    private var cells: [[String]]
    /// The cursor stands behind the last column, and the next character goes to the next line.
    private var wrapsNext = false
    private var escape: [Unicode.Scalar]?
    /// A letter waits for the marks that belong to it.
    private var lastCell: (row: Int, column: Int)?

    package init(columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
    }

    /// The rows as text without blanks at their ends and without blank rows at the end.
    package var lines: [String] {
        var lines = cells.map { row -> String in
            var line = row.joined()
            while line.last == " " { line.removeLast() }
            return line
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    /// The row the cursor is in.
    package var currentLine: String {
        var line = cells[row].joined()
        while line.last == " " { line.removeLast() }
        return line
    }

    /// As xterm does: rows are cut or filled with blanks, nothing is wrapped anew.
    package mutating func resize(columns: Int, rows: Int) {
        cells = cells.map { row in
            row.count >= columns
                ? Array(row.prefix(columns))
                : row + Array(repeating: " ", count: columns - row.count)
        }
        while cells.count > rows {
            cells.remove(at: row < rows ? cells.count - 1 : 0)
            if row >= rows { row -= 1 }
        }
        while cells.count < rows { cells.append(Array(repeating: " ", count: columns)) }
        (self.columns, self.rows) = (columns, rows)
        column = min(column, columns - 1)
        wrapsNext = false
    }

    package mutating func write(_ text: String) {
        for scalar in text.unicodeScalars { write(scalar) }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        if escape != nil {
            continueEscape(scalar)
            return
        }
        switch scalar {
        case "\u{1B}": escape = []
        case "\r": move(toColumn: 0)
        case "\n": lineFeed()
        case "\u{8}": move(toColumn: column - 1)
        case "\t": move(toColumn: (column / 8 + 1) * 8)
        case _ where scalar.value < 0x20: break
        default: put(scalar)
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        let width = DisplayWidth.columns(of: Character(scalar))
        guard width > 0 else {
            if let last = lastCell { cells[last.row][last.column].unicodeScalars.append(scalar) }
            return
        }
        if wrapsNext || column + width > columns {
            lineFeed()
            column = 0
        }
        wrapsNext = false
        cells[row][column] = String(scalar)
        lastCell = (row, column)
        if width == 2, column + 1 < columns { cells[row][column + 1] = "" }
        column += width
        if column >= columns {
            column = columns - 1
            wrapsNext = true
        }
    }

    private mutating func lineFeed() {
        wrapsNext = false
        if row == rows - 1 {
            cells.removeFirst()
            cells.append(Array(repeating: " ", count: columns))
            lastCell = nil
        } else {
            row += 1
        }
    }

    private mutating func move(toColumn target: Int) {
        column = min(max(target, 0), columns - 1)
        wrapsNext = false
    }

    private mutating func continueEscape(_ scalar: Unicode.Scalar) {
        guard var sequence = escape else { return }
        sequence.append(scalar)
        escape = sequence
        guard let first = sequence.first else { return }
        if first == "[" {
            guard sequence.count > 1, (0x40...0x7E).contains(scalar.value) else { return }
            perform(scalar, String(String.UnicodeScalarView(sequence.dropFirst().dropLast())))
            escape = nil
        } else if first == "M" {
            row = max(0, row - 1)
            escape = nil
        } else if !(0x20...0x2F).contains(first.value) || sequence.count > 1 {
            escape = nil
        }
    }

    private mutating func perform(_ final: Unicode.Scalar, _ parameters: String) {
        let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
            Int($0) ?? 0
        }
        let count = max(1, numbers.first ?? 1)
        switch final {
        case "A": row = max(0, row - count)
        case "B": row = min(rows - 1, row + count)
        case "C": move(toColumn: column + count)
        case "D": move(toColumn: column - count)
        case "G": move(toColumn: count - 1)
        case "H":
            row = min(rows, count) - 1
            move(toColumn: (numbers.count > 1 ? max(1, numbers[1]) : 1) - 1)
        case "J": eraseDown(all: numbers.first == 2)
        case "K": erase(row, from: numbers.first == 2 ? 0 : column)
        case "P":
            cells[row].removeSubrange(column..<min(columns, column + count))
            cells[row] += Array(repeating: " ", count: columns - cells[row].count)
        case "@":
            cells[row].insert(contentsOf: Array(repeating: " ", count: count), at: column)
            cells[row] = Array(cells[row].prefix(columns))
        default: break
        }
        if "AB".unicodeScalars.contains(final) { wrapsNext = false }
    }

    private mutating func erase(_ row: Int, from start: Int) {
        for column in start..<columns { cells[row][column] = " " }
    }

    private mutating func eraseDown(all: Bool) {
        erase(row, from: all ? 0 : column)
        for other in all ? 0..<rows : row + 1..<rows { erase(other, from: 0) }
    }
}
