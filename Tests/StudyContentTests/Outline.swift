import StudyContent
import StudyCore

/// Reads a guide as if it lay in the folder of a class called Media.
func load(
    _ text: String, path: String = "media/term.md", limits: ContentLimits = ContentLimits()
) -> LoadedFile {
    GuideParser(limits: limits).parse(
        Array(text.utf8), path: path, defaults: GuideDefaults(className: "Media"))
}

/// The one guide of a file that has nothing wrong with it; else nil.
func onlyGuide(_ text: String, path: String = "media/term.md") -> Guide? {
    let file = load(text, path: path)
    return file.guides.count == 1 && file.problems.isEmpty ? file.guides.first : nil
}

/// Every value of a file in a few lines, so that a test may compare the whole and a reader see it.
func outline(_ file: LoadedFile) -> String {
    let lines = file.guides.flatMap(outline) + file.problems.map(\.description)
    return lines.joined(separator: "\n")
}

private func outline(_ guide: Guide) -> [String] {
    var lines = ["\(guide.id) '\(guide.term)' in \(guide.className), line \(guide.line)"]
    if let unit = guide.unit { lines.append("  unit: \(unit)") }
    if let id = guide.explicitID { lines.append("  id: \(id)") }
    if !guide.aliases.isEmpty { lines.append("  aliases: \(guide.aliases)") }
    if !guide.confusedWith.isEmpty { lines.append("  confused with: \(guide.confusedWith)") }
    if !guide.sources.isEmpty { lines.append("  sources: \(guide.sources)") }
    for item in guide.items {
        lines.append("  \(item.line) \(item.kind.rawValue): \(outline(item.text))")
        if let answer = item.answer { lines.append("    answer: \(outline(answer))") }
        if let id = item.explicitID { lines.append("    id: \(id)") }
        for hole in item.holes {
            let bytes = Array(item.text.plain.utf8)[hole]
            lines.append("    hole: \(String(decoding: bytes, as: UTF8.self))")
        }
    }
    for section in guide.sections {
        lines.append("  \(section.line) section '\(section.title)': \(outline(section.body))")
    }
    return lines
}

/// The Markdown, and the plain text behind it where the two differ.
private func outline(_ prose: Prose) -> String {
    let markdown = prose.markdown.replacing("\n", with: "⏎")
    let plain = prose.plain.replacing("\n", with: "⏎")
    return markdown == plain ? plain : "\(markdown) ▸ \(plain)"
}
