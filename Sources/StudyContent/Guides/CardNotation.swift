/// Cards written as lines: `Q:` with `A:`, and `C:` with `[holes]`, each from the first column on.
///
/// A card reaches to the next mark, a `---` line, a heading or the end of the file, as in hashcards.
enum CardNotation {
    /// The sign that begins a part of a card.
    enum Mark: Equatable {
        case question, answer, cloze

        /// Nil when the line begins with none.
        init?(line: ArraySlice<UInt8>) {
            guard line.count >= 2, line[line.startIndex + 1] == UInt8(ascii: ":"),
                line.count == 2 || line[line.startIndex + 2].isBlank
            else { return nil }
            switch line.first {
            case UInt8(ascii: "Q"): self = .question
            case UInt8(ascii: "A"): self = .answer
            case UInt8(ascii: "C"): self = .cloze
            default: return nil
            }
        }
    }

    /// The lines from one mark to the next end.
    struct Part: Equatable {
        var mark: Mark
        var lines: ClosedRange<Int>
        /// A `---` line that ended the card; it is no rule then, nor does it make a heading.
        var separator: Int?
        /// Whether the card ended with this part, at a `---` line or a heading.
        var isLast = false
    }

    /// Finds the parts below the front matter, those in fenced code left out.
    static func parts(in source: SourceText, after firstLine: Int) -> [Part] {
        var parts: [Part] = []
        var isOpen = false
        var fence: Fence?
        guard firstLine <= source.lineCount else { return [] }
        for number in firstLine...source.lineCount {
            let line = source.line(number)
            if let open = fence {
                if open.isClosed(by: line) { fence = nil }
            } else if let opened = Fence(line) {
                fence = opened
            } else if let mark = Mark(line: line) {
                parts.append(Part(mark: mark, lines: number...number))
                isOpen = true
                continue
            } else if isOpen, isSeparator(line) {
                parts[parts.count - 1].separator = number
                parts[parts.count - 1].isLast = true
                isOpen = false
            } else if isOpen, isHeading(line) {
                parts[parts.count - 1].isLast = true
                isOpen = false
            }
            if isOpen, !source.isBlank(number) {
                let last = parts.count - 1
                parts[last].lines = parts[last].lines.lowerBound...number
            }
        }
        return parts
    }

    private static func isSeparator(_ line: ArraySlice<UInt8>) -> Bool {
        let dashes = line.prefix { $0 == UInt8(ascii: "-") }.count
        return dashes >= 3 && line.dropFirst(dashes).allSatisfy(\.isBlank)
    }

    private static func isHeading(_ line: ArraySlice<UInt8>) -> Bool {
        let signs = line.prefix { $0 == UInt8(ascii: "#") }.count
        return (1...6).contains(signs) && line.dropFirst(signs).first?.isBlank ?? true
    }
}

/// The line that opens a fenced code block.
private struct Fence {
    let sign: UInt8
    let length: Int

    init?(_ line: ArraySlice<UInt8>) {
        let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
        guard indent <= 3, let sign = line.dropFirst(indent).first,
            sign == UInt8(ascii: "`") || sign == UInt8(ascii: "~")
        else { return nil }
        let rest = line.dropFirst(indent)
        let length = rest.prefix { $0 == sign }.count
        // Back-ticks behind the fence make it code inside a line.
        guard length >= 3,
            sign == UInt8(ascii: "~") || !rest.dropFirst(length).contains(UInt8(ascii: "`"))
        else { return nil }
        self.sign = sign
        self.length = length
    }

    func isClosed(by line: ArraySlice<UInt8>) -> Bool {
        let indent = line.prefix { $0 == UInt8(ascii: " ") }.count
        let rest = line.dropFirst(indent)
        let count = rest.prefix { $0 == sign }.count
        return indent <= 3 && count >= length && rest.dropFirst(count).allSatisfy(\.isBlank)
    }
}
