internal import StudyCore

/// HTML as the text a person reads: no mark-up, no scripts, entities as their signs.
enum PlainHTML {
    private static let breaking: Set<String> = [
        "br", "div", "p", "li", "tr", "h1", "h2", "h3", "hr",
    ]
    private static let silent: Set<String> = [
        "script", "style", "iframe", "object", "head", "title",
    ]
    private static let entities = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–",
        "mdash": "—", "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
    ]

    static func text(_ html: String) -> String {
        guard html.contains(where: { $0 == "<" || $0 == "&" }) else { return html }
        var text = ""
        var rest = html[...]
        var silence: String?
        while let sign = rest.first {
            if sign == "<", let end = rest.firstIndex(of: ">"), let tag = Tag(rest[..<end]) {
                rest = rest[rest.index(after: end)...]
                if tag.isClosing, tag.name == silence {
                    silence = nil
                } else if silence == nil, !tag.isClosing, silent.contains(tag.name) {
                    silence = tag.name
                } else if silence == nil, breaking.contains(tag.name), !text.hasSuffix("\n") {
                    text += "\n"
                }
            } else if sign == "&", let (scalars, length) = entity(rest) {
                rest = rest.dropFirst(length)
                if silence == nil { text += scalars }
            } else {
                rest = rest.dropFirst()
                if silence == nil { text.append(sign) }
            }
        }
        return String(text.trimmedSlice)
    }

    private struct Tag {
        let name: String
        let isClosing: Bool

        /// Nil when the text behind `<` is no tag, such as in `3 < 5`.
        init?(_ text: Substring) {
            var inside = text.dropFirst()
            isClosing = inside.first == "/"
            if isClosing { inside = inside.dropFirst() }
            guard inside.first?.isLetter == true || inside.first == "!" else { return nil }
            name = inside.prefix { $0.isLetter || $0.isNumber }.lowercased()
        }
    }

    /// The signs that an entity stands for, and how many characters it takes.
    private static func entity(_ text: Substring) -> (String, Int)? {
        guard let end = text.prefix(12).firstIndex(of: ";") else { return nil }
        let name = text[text.index(after: text.startIndex)..<end]
        let length = name.count + 2
        if let sign = entities[String(name)] { return (sign, length) }
        guard name.first == "#" else { return nil }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return value.flatMap(Unicode.Scalar.init).map { (String($0), length) }
    }
}
