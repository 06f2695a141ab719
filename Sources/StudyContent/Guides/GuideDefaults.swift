/// What a guide is taken to belong to where its front matter does not say.
package struct GuideDefaults: Hashable, Sendable {
    /// The class as it is shown, such as *Media Business*.
    package var className: String
    /// The unit as it is shown; nil when the guide stands in none.
    package var unit: String?

    package init(className: String, unit: String? = nil) {
        self.className = className
        self.unit = unit
    }
}

/// Makes a title of the name of a file or folder: `media-business` → *Media Business*.
///
/// - Parameter name: A name without its extension.
/// - Returns: Its words with capitals, small words (*and*, *of*) left small.
package func title(fromName name: String) -> String {
    let words = name.split { $0 == "-" || $0 == "_" || $0.isWhitespace }
    let small: [Substring] = [
        "a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "vs",
        "with",
    ]
    return words.enumerated().map { index, word in
        index > 0 && small.contains(word)
            ? String(word) : word.prefix(1).uppercased() + String(word.dropFirst())
    }.joined(separator: " ")
}
