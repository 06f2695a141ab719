internal import StudyCore

/// Reads study-guide pages that were pasted as plain text.
///
/// A state machine over lines: front matter, head, definition, facts, questions, kept parts, footer. Sections may come
/// in any order and more than once. Every line is used, noise, unassigned or blank in the end.
struct PageReader {
    private let lines: [PlainLines.Line]
    private let kinds: [PageLine]
    private let options: TextOptions
    private let frontMatter: FrontMatter
    /// Lines of facts whose heading the copy has missed.
    private let facts: Range<Int>
    private(set) var reading = TextReading(shape: "study-guide page")

    /// Nil when the text has nothing that only such a page has.
    init?(_ text: PlainLines, _ options: TextOptions) {
        lines = PageMarkdown.plain(text.lines)
        kinds = PageLine.kinds(of: lines)
        frontMatter = FrontMatter(text)
        self.options = frontMatter.completing(options)
        facts = Self.factsWithoutHeading(lines, kinds)
        guard Self.isPage(kinds) || !facts.isEmpty, !Self.isTable(lines) else { return nil }
        reading.lines = text.lines.map {
            .init(text: $0.original, fate: $0.isBlank ? .blank : .unassigned)
        }
        for line in frontMatter.usedLines { reading.lines[line - 1].fate = .used }
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

    /// Whether two headings name the columns of a table that was copied cell by cell.
    private static func isTable(_ lines: [PlainLines.Line]) -> Bool {
        let head = lines.lazy.filter { !$0.isBlank }.prefix(2).map(\.text)
        return TermColumns(header: Array(head)) != nil
    }

    /// The numbered lines above *Review Questions* with which a copy begins that missed all before.
    private static func factsWithoutHeading(
        _ lines: [PlainLines.Line], _ kinds: [PageLine]
    ) -> Range<Int> {
        guard let heading = kinds.firstIndex(where: \.isHeading),
            kinds[heading] == .heading(.questions)
        else { return 0..<0 }
        let start = lines[..<heading].firstIndex {
            if case .number = ListMark.split($0.text).mark { true } else { false }
        }
        guard let start, kinds[start..<heading].allSatisfy({ $0 == .text || $0 == .blank }),
            lines[..<start].allSatisfy({ $0.text.endsSentence || $0.isBlank }),
            !lines[start..<heading].contains(where: {
                !$0.isBlank && QuestionLines.asks(ListMark.split($0.text).text)
            })
        else { return 0..<0 }
        return start..<heading
    }

    mutating func read() throws(TextRefusal) {
        let below = frontMatter.lineCount
        let starts = [below] + PageSplitter(lines, kinds).starts.filter { $0 > below }
        for (number, start) in starts.enumerated() {
            let end = number + 1 < starts.count ? starts[number + 1] : lines.count
            readPage(start..<end)
        }
        guard !reading.guides.isEmpty else { throw .nothingToLearn(seen: Self.seen(lines, kinds)) }
        if reading.guides.count > 1 { reading.shape = "\(reading.guides.count) study-guide pages" }
    }

    private mutating func readPage(_ range: Range<Int>) {
        var page = Page(lines: lines, kinds: kinds)
        var body = range.first { kinds[$0].isHeading || kinds[$0] == .chatter } ?? range.upperBound
        let isCut = !facts.isEmpty && range.contains(facts.lowerBound)
        if isCut {
            body = facts.lowerBound
            page.leaveHead(range.lowerBound..<body, options)
        } else {
            page.readHead(range.lowerBound..<body, options)
        }
        page.readBody(body..<range.upperBound, opensWithFacts: isCut)
        page.finish()
        guard page.guide.definition != nil || !page.guide.facts.isEmpty else {
            reading.notes.append(
                .init(
                    "no definition and no fact below this line; nothing was made of it",
                    line: range.lowerBound + 1))
            return
        }
        for (index, fate) in page.fates { reading.lines[index].fate = fate }
        if isThere(page.guide) {
            for (index, fate) in page.fates where fate == .used {
                reading.lines[index].fate = .unassigned
            }
            reading.notes.append(
                .init(
                    "a second page of '\(page.guide.term)' begins here and is left out; import it alone to see what differs",
                    line: range.lowerBound + 1))
            return
        }
        if page.guide.term.isEmpty {
            reading.notes.append(
                .init("the page that begins here has no heading", line: range.lowerBound + 1))
        }
        reading.guides.append(page.guide)
        reading.notes += page.notes
    }

    /// Whether a guide of this name was read before, so that there is no place for another.
    private func isThere(_ guide: DraftGuide) -> Bool {
        !guide.term.isEmpty
            && reading.guides.contains {
                slug($0.term) == slug(guide.term)
                    && slug($0.className ?? "") == slug(guide.className ?? "")
            }
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
