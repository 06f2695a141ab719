/// What a text says of itself between two `---` lines above all others, in YAML or TOML: a name a line.
struct FrontMatter {
    private static let names: Set<String> = ["name", "class", "unit", "source"]

    private(set) var values: [String: String] = [:]
    /// All lines, both rules among them; 0 without front matter.
    private(set) var lineCount = 0
    /// Numbers of the lines that were understood, from 1.
    private(set) var usedLines: [Int] = []

    init(_ text: PlainLines) {
        guard text.lines.first?.text == "---",
            let end = text.lines.dropFirst().firstIndex(where: { $0.text == "---" }), end <= 20
        else { return }
        lineCount = end + 1
        usedLines = [1, lineCount]
        for index in 1..<end {
            guard let match = text.lines[index].text.wholeMatch(of: /(\w+)\s*[:=]\s*(\S.*)/),
                case let name = match.1.lowercased(), Self.names.contains(name)
            else { continue }
            usedLines.append(index + 1)
            values[name] = Self.unquoted(match.2)
        }
    }

    /// Options with what the text says where they say nothing.
    func completing(_ options: TextOptions) -> TextOptions {
        var options = options
        options.name = values["name"] ?? options.name
        options.className = options.className ?? values["class"]
        options.unit = options.unit ?? values["unit"]
        return options
    }

    private static func unquoted(_ value: Substring) -> String {
        guard value.count >= 2, let sign = value.first, sign == "\"" || sign == "'",
            value.last == sign
        else { return String(value) }
        return String(value.dropFirst().dropLast())
    }
}
