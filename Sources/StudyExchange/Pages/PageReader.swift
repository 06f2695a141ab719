/// Reads study-guide pages that were pasted as plain text.
///
/// A state machine over lines: head, definition, facts, questions, kept parts, footer. Sections may come
/// in any order and more than once. Every line is used, noise, unassigned or blank in the end.
struct PageReader {
    private let lines: [PlainLines.Line]
    private let kinds: [PageLine]
    private let options: TextOptions
    private(set) var reading = TextReading(shape: "study-guide page")

    /// Nil when the text has nothing that only such a page has.
    init?(_ text: PlainLines, _ options: TextOptions) {
        lines = PageMarkdown.plain(text.lines)
        kinds = PageLine.kinds(of: lines)
        self.options = options
        guard Self.isPage(kinds) else { return nil }
        reading.lines = text.lines.map {
            .init(text: $0.original, fate: $0.isBlank ? .blank : .unassigned)
        }
    }

    private static func isPage(_ kinds: [PageLine]) -> Bool {
        let kinds = Set(kinds)
        let hasHead = kinds.contains {
            switch $0 {
            case .tag, .fromClass, .keyTerm, .congratulation: true
            default: false
            }
        }
        return hasHead || kinds.contains(.heading(.facts)) || kinds.contains(.heading(.definition))
    }

    mutating func read() throws(TextRefusal) {
        let starts = PageSplitter(lines, kinds).starts
        for (number, start) in starts.enumerated() {
            let end = number + 1 < starts.count ? starts[number + 1] : lines.count
            readPage(start..<end)
        }
        guard !reading.guides.isEmpty else { throw .nothingToLearn(seen: Self.seen(lines, kinds)) }
        if reading.guides.count > 1 { reading.shape = "\(reading.guides.count) study-guide pages" }
    }

    private mutating func readPage(_ range: Range<Int>) {
        let body = range.first { kinds[$0].isHeading || kinds[$0] == .chatter } ?? range.upperBound
        var page = Page(lines: lines, kinds: kinds)
        page.readHead(range.lowerBound..<body, options)
        page.readBody(body..<range.upperBound)
        page.finish()
        guard page.guide.definition != nil || !page.guide.facts.isEmpty else {
            reading.notes.append(
                .init(
                    "no definition and no fact below this line; nothing was made of it",
                    line: range.lowerBound + 1))
            return
        }
        for (index, fate) in page.fates { reading.lines[index].fate = fate }
        if page.guide.term.isEmpty {
            reading.notes.append(
                .init("the page that begins here has no heading", line: range.lowerBound + 1))
        }
        reading.guides.append(page.guide)
        reading.notes += page.notes
    }

    private static func seen(_ lines: [PlainLines.Line], _ kinds: [PageLine]) -> [String] {
        var seen = ["\(lines.count) lines"]
        let headings = kinds.indices.filter { kinds[$0].isHeading }.map { "'\(lines[$0].text)'" }
        if !headings.isEmpty {
            seen.append("the headings \(headings.prefix(6).joined(separator: ", "))")
        }
        if let first = lines.first(where: { !$0.isBlank }) {
            seen.append("the first line '\(first.text.prefix(60))'")
        }
        return seen
    }
}
