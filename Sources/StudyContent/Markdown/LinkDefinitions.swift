internal import StudyCore

/// The link definitions of a file: lines such as `[label]: https://example.org`.
///
/// A text that names one is given it to take along, so that it shows the same on its own.
struct LinkDefinitions {
    /// Label in brackets, lower-case, with the whole line.
    private let lines: [(label: String, line: String)]

    init(in source: SourceText) {
        var lines: [(label: String, line: String)] = []
        for start in source.lineStarts {
            guard start < source.bytes.count, source.bytes[start] == UInt8(ascii: "[") else {
                continue
            }
            let line = source.line(source.line(containing: start))
            guard let end = line.firstIndex(of: UInt8(ascii: "]")), end + 1 < line.endIndex,
                line[end + 1] == UInt8(ascii: ":")
            else { continue }
            // A definition shows nothing; text that only looks like one does.
            guard MarkdownTree(parsing: Array(line)).markup().isEmpty else { continue }
            let label = String(decoding: line[...end], as: UTF8.self).lowercased()
            lines.append((label, String(decoding: line, as: UTF8.self)))
        }
        self.lines = lines
    }

    /// The item with the definitions that it names.
    func completing(_ item: Item) -> Item {
        guard !lines.isEmpty else { return item }
        var item = item
        item.text = completing(item.text)
        item.answer = item.answer.map(completing)
        return item
    }

    /// The section with the definitions that it names.
    func completing(_ section: Guide.Section) -> Guide.Section {
        guard !lines.isEmpty else { return section }
        return Guide.Section(
            title: section.title, body: completing(section.body), line: section.line)
    }

    private func completing(_ prose: Prose) -> Prose {
        let text = prose.markdown.lowercased()
        let named = lines.filter { text.contains($0.label) && !text.contains("\($0.label):") }
        guard !named.isEmpty else { return prose }
        let markdown = ([prose.markdown, ""] + named.map(\.line)).joined(separator: "\n")
        return Prose(markdown: markdown, plain: prose.plain)
    }
}
