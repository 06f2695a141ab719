/// Takes the marks of Markdown out of pages that a reader view copied as Markdown.
enum PageMarkdown {
    /// The lines as plain text; as they are when no heading shows that they are Markdown.
    static func plain(_ lines: [PlainLines.Line]) -> [PlainLines.Line] {
        guard lines.contains(where: { isHeading($0.text) }) else { return lines }
        return lines.map { line in
            var line = line
            line.text = plain(line.text)
            return line
        }
    }

    private static func isHeading(_ text: String) -> Bool {
        let signs = text.prefix { $0 == "#" }.count
        return (1...6).contains(signs) && text.dropFirst(signs).first == " "
    }

    /// Links as their text, no emphasis, no backslashes; a picture alone is a line's own affair.
    static func plain(_ text: String) -> String {
        guard text.contains(where: { "[*_\\".contains($0) }) else { return text }
        if text.wholeMatch(of: /!\[[^\]]+\]\([^()]*\)/) != nil { return text }
        var text = text.replacing(/!?\[([^\]\[]*)\]\([^()\s]*\)/) { String($0.1) }
        text = text.replacing(/\*\*([^*]+)\*\*|__([^_]+)__/) { String($0.1 ?? $0.2 ?? "") }
        // Inside of words and formulas a lone sign is no emphasis.
        text = text.replacing(/(^|[\s("])([*_])([^\s*_$](?:[^*_$]*[^\s*_$])?)\2(?=$|[\s.,;:!?)"])/)
        {
            "\($0.1)\($0.3)"
        }
        text = text.replacing(/\\([!-\/:-@\[-`{-~])/) { String($0.1) }
        return text
    }
}
