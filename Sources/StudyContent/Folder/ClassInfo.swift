internal import StudyCore

/// What a class says about itself in its `class.md`.
package struct ClassInfo: Hashable, Sendable {
    /// The folder of the class inside the library.
    package var folder: String
    /// As it is shown.
    package var title: String
    /// The units in the order of teaching, as they are shown; empty when the class does not say.
    package var units: [String]
    /// Markdown; empty when there is none.
    package var description: String
    /// The licence of the guides, as an SPDX name; nil when the class does not say.
    package var licence: String?

    package init(
        folder: String, title: String, units: [String] = [], description: String = "",
        licence: String? = nil
    ) {
        self.folder = folder
        self.title = title
        self.units = units
        self.description = description
        self.licence = licence
    }
}

extension GuideParser {
    /// Reads a `class.md`.
    ///
    /// The title is the front matter's `title`, else the first heading, else the folder's name; the
    /// description is the front matter's, else the text below the heading.
    package func parseClass(
        _ bytes: [UInt8], path: String
    ) -> (info: ClassInfo, problems: [ContentProblem]) {
        let folder = String(path.split(separator: "/").first ?? "")
        var info = ClassInfo(folder: folder, title: title(fromName: folder))
        var log = ProblemLog(file: path)
        guard var source = decode(bytes, path: path, log: &log) else { return (info, log.problems) }
        let reader = FrontMatterReader(limits: limits)
        if let lines = reader.lines(in: source, log: &log) {
            let entries = reader.entries(in: source, lines: lines, log: &log)
            source.blank(lines)
            readHeading(of: source, path: path, into: &info, log: &log)
            for entry in entries { read(entry, into: &info, log: &log) }
        } else {
            readHeading(of: source, path: path, into: &info, log: &log)
        }
        return (info, log.sorted)
    }

    private func readHeading(
        of source: SourceText, path: String, into info: inout ClassInfo, log: inout ProblemLog
    ) {
        if let problem = StructureGuard(limits: limits).problem(in: source, file: path) {
            log.add(problem)
            return
        }
        let blocks = source.blocks(nestingLimit: limits.nestingDepth).blocks
        let hasHeading = blocks.first?.headingLevel != nil
        if hasHeading, let name = blocks.first?.ownText, !name.isEmpty { info.title = name }
        let body = hasHeading ? blocks.dropFirst() : blocks[...]
        info.description = source.prose(of: body, in: []).markdown
    }

    private func read(_ entry: FrontMatterEntry, into info: inout ClassInfo, log: inout ProblemLog)
    {
        switch entry.key {
        case "title", "name": info.title = entry.text(&log) ?? info.title
        case "units": info.units = entry.texts(&log)
        case "description": info.description = entry.text(&log) ?? info.description
        case "licence", "license": info.licence = entry.text(&log)
        default:
            log.add(
                .unknownKey, .note, line: entry.line, column: entry.column,
                "the key \(entry.key.quoted) means nothing here; known are title, units, description and licence"
            )
        }
    }
}
