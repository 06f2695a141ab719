extension StyledText {
    /// Breaks the text into lines, none wider than the width where that is possible.
    ///
    /// Breaks at spaces, and between ideographs; a word that is wider than a line is broken anywhere. Line
    /// feeds stay line ends, and spaces at the beginning of a line and between words stay. No line ends in a
    /// space; no other character is ever lost.
    ///
    /// - Parameters:
    ///   - width: Columns of a line, prefix included.
    ///   - first: Stands before the first line, such as a list number.
    ///   - rest: Stands before the others; when nil, as many spaces as `first` is wide.
    /// - Returns: At least one line.
    package func wrapped(
        to width: Int, first: StyledText = StyledText(), rest: StyledText? = nil
    ) -> [StyledText] {
        let rest = rest ?? StyledText(verbatim: String(repeating: " ", count: first.width))
        var lines = LineFiller(width: width, first: first, rest: rest)
        for paragraph in cells.split(
            omittingEmptySubsequences: false, whereSeparator: { $0.character == "\n" })
        {
            lines.begin()
            for word in words(of: paragraph) { lines.append(word) }
            lines.end()
        }
        return lines.lines
    }

    /// The text as one line cut to a width, with a sign where something is missing.
    package func truncated(to width: Int, style: Style) -> StyledText {
        let cells = cells.map {
            $0.character == "\n" ? Cell(character: " ", role: $0.role, width: 1) : $0
        }
        if cells.reduce(0, { $0 + $1.width }) <= width { return StyledText(cells: cells) }
        let sign = style.drawsUnicode ? "…" : width >= 8 ? "..." : "~"
        var room = width - sign.count
        guard room >= 0 else { return StyledText() }
        var kept: [Cell] = []
        for cell in cells {
            guard cell.width <= room else { break }
            room -= cell.width
            kept.append(cell)
        }
        while kept.last?.isSpace == true { kept.removeLast() }
        let role = kept.last?.role
        return StyledText(cells: kept) + StyledText(verbatim: sign, role)
    }
}

/// What is never broken if a line can hold it, with the spaces before it.
private struct Word {
    var gap: ArraySlice<Cell>
    var body: ArraySlice<Cell>
}

private func words(of line: ArraySlice<Cell>) -> [Word] {
    var words: [Word] = []
    var rest = line
    while !rest.isEmpty {
        let gap = rest.prefix(while: \.isSpace)
        rest = rest[gap.endIndex...]
        let body = rest.prefix(bodyLength(of: rest))
        rest = rest[body.endIndex...]
        words.append(Word(gap: gap, body: body))
    }
    return words
}

/// How many cells from the start belong together.
private func bodyLength(of cells: ArraySlice<Cell>) -> Int {
    guard var previous = cells.first, !previous.isSpace else { return 0 }
    var length = 1
    for cell in cells.dropFirst() {
        if cell.isSpace { break }
        let mayBreak = cell.isIdeograph || previous.isIdeograph
        if mayBreak, cell.width > 0, !cell.closes, !previous.opens { break }
        previous = cell
        length += 1
    }
    return length
}

/// Fills lines greedily.
private struct LineFiller {
    let width: Int
    let first: StyledText
    let rest: StyledText
    private(set) var lines: [StyledText] = []
    private var cells: [Cell] = []
    private var columns = 0
    /// Whether the line holds more than spaces.
    private var hasBody = false

    init(width: Int, first: StyledText, rest: StyledText) {
        self.width = width
        self.first = first
        self.rest = rest
    }

    private var room: Int {
        max(1, width - (lines.isEmpty ? first : rest).width)
    }

    mutating func begin() {
        cells = []
        columns = 0
        hasBody = false
    }

    mutating func end() {
        while cells.last?.isSpace == true { cells.removeLast() }
        let prefix = lines.isEmpty ? first : rest
        lines.append(
            cells.isEmpty ? prefix.withoutTrailingSpaces : prefix + StyledText(cells: cells))
        begin()
    }

    mutating func append(_ word: Word) {
        let body = word.body.reduce(0) { $0 + $1.width }
        let gap = word.gap.reduce(0) { $0 + $1.width }
        if hasBody, columns + gap + body > room {
            end()
        } else if gap + (word.body.first?.width ?? 0) <= room || hasBody {
            // Spaces at the start of a line are its indentation, as long as text has room after them.
            cells += word.gap
            columns += gap
        }
        for cell in word.body {
            if hasBody, columns + cell.width > room { end() }
            cells.append(cell)
            columns += cell.width
            hasBody = true
        }
    }
}

extension StyledText {
    var withoutTrailingSpaces: StyledText {
        var cells = cells
        while cells.last?.isSpace == true { cells.removeLast() }
        return StyledText(cells: cells)
    }
}
