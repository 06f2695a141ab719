/// What can be said of a text whose shape is not known.
enum TextTraits {
    static func seen(in text: PlainLines) -> [String] {
        let lines = text.lines.filter { !$0.isBlank }
        func count(_ name: String, _ isSo: (PlainLines.Line) -> Bool) -> String? {
            let count = lines.count(where: isSo)
            return count == 0 ? nil : "\(count) with \(name)"
        }
        var seen = [lines.count == 1 ? "one line" : "\(lines.count) lines"]
        seen += [
            count("a tab") { $0.text.contains("\t") }, count("a comma") { $0.text.contains(",") },
            count("a colon") { $0.text.contains(":") },
            count("a list mark") { ListMark.split($0.text).mark != nil },
            count("a question mark at the end") { $0.text.endsQuestion },
            count("a heading mark") { $0.text.hasPrefix("#") },
        ].compactMap { $0 }
        if let first = lines.first {
            seen.append(
                "the first is '\(first.text.prefix(60))\(first.text.count > 60 ? "…" : "")'")
        }
        return seen
    }
}
