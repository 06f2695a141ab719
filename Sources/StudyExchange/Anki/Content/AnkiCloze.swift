/// A field with `{{c1::holes}}`, some of which several cards ask: `{{c1,3::holes}}`.
struct AnkiCloze {
    /// The HTML with marks for the brackets; hints are left out.
    let html: String
    /// The numbers that each hole has in Anki, in the order of the text.
    let numbers: [[Int]]
    /// Holes inside other holes, which are filled in.
    let nested: Int
    /// Hints of holes.
    let hints: Int

    init(_ field: String) {
        var html = ""
        var numbers: [[Int]] = []
        var (nested, hints) = (0, 0)
        /// For each open hole: whether it is written, and whether its hint has begun.
        var open: [(isWritten: Bool, inHint: Bool)] = []
        // Marks of ours that a stranger wrote mean nothing.
        var rest = String(
            String.UnicodeScalarView(field.unicodeScalars.filter { $0.value < 0xF0000 }))[...]
        while let character = rest.first {
            if let (own, length) = Self.beginning(of: rest) {
                rest = rest.dropFirst(length)
                let isWritten = !open.contains { $0.isWritten }
                if isWritten {
                    html.unicodeScalars.append(MarkdownRuns.opening)
                    numbers.append(own)
                } else {
                    nested += 1
                }
                open.append((isWritten, false))
            } else if !open.isEmpty, rest.hasPrefix("}}") {
                rest = rest.dropFirst(2)
                if open.removeLast().isWritten {
                    html.unicodeScalars.append(MarkdownRuns.closing)
                }
            } else if !open.isEmpty, rest.hasPrefix("::") {
                rest = rest.dropFirst(2)
                if open.count == 1, !open[0].inHint { hints += 1 }
                open[open.count - 1].inHint = true
            } else {
                if !open.contains(where: \.inHint) { html.append(character) }
                rest = rest.dropFirst()
            }
        }
        if open.contains(where: \.isWritten) {
            html.unicodeScalars.append(MarkdownRuns.closing)
        }
        self.html = html
        self.numbers = numbers
        self.nested = nested
        self.hints = hints
    }

    /// The numbers of a hole that begins here, and how many characters say so.
    private static func beginning(of text: Substring) -> (numbers: [Int], length: Int)? {
        guard text.hasPrefix("{{c") else { return nil }
        let list = text.dropFirst(3).prefix { ("0"..."9").contains($0) || $0 == "," }
        guard !list.isEmpty, text.dropFirst(3 + list.count).hasPrefix("::") else { return nil }
        let parts = list.split(separator: ",", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }.filter((1...500).contains)
        return numbers.count == parts.count ? (numbers, 5 + list.count) : nil
    }
}
