internal import StudyCore

/// The link definitions of a file: lines such as `[label]: https://example.org`.
///
/// A text that names one is given it to take along, so that it shows the same on its own.
struct LinkDefinitions {
    /// The whole line by its label, lower-case and without brackets.
    private let lines: [String: String]

    init(in source: SourceText) {
        var lines: [String: String] = [:]
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
            let label = String(decoding: line[line.index(after: start)..<end], as: UTF8.self)
            let text = String(decoding: line, as: UTF8.self)
            lines[label.lowercased()] = lines[label.lowercased()] ?? text
        }
        self.lines = lines
    }

    /// Gives an item the definitions that it names.
    func complete(_ item: inout Item) {
        guard !lines.isEmpty else { return }
        item.text = completing(item.text)
        item.answer = item.answer.map(completing)
    }

    /// The section with the definitions that it names.
    func completing(_ section: Guide.Section) -> Guide.Section {
        guard !lines.isEmpty else { return section }
        return Guide.Section(
            title: section.title, body: completing(section.body), line: section.line)
    }

    private func completing(_ prose: Prose) -> Prose {
        var named: [String] = []
        var seen: Set<String> = []
        for part in prose.markdown.lowercased().split(separator: "[") {
            guard let end = part.firstIndex(of: "]"), let line = lines[String(part[..<end])],
                !part[end...].hasPrefix("]:"), seen.insert(line).inserted
            else { continue }
            named.append(line)
        }
        guard !named.isEmpty else { return prose }
        let markdown = ([prose.markdown, ""] + named).joined(separator: "\n")
        return Prose(markdown: markdown, plain: prose.plain)
    }
}
