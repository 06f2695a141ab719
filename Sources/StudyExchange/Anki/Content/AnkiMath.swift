internal import StudyCore

/// Formulas as Anki marks them.
enum AnkiMath {
    private static let marks: [(open: String, close: String, mark: String)] = [
        ("\\(", "\\)", "$"), ("\\[", "\\]", "$$"), ("[$$]", "[/$$]", "$$"), ("[$]", "[/$]", "$"),
        ("[latex]", "[/latex]", ""),
        ("<anki-mathjax>", "</anki-mathjax>", "$"),
        ("<anki-mathjax block=\"true\">", "</anki-mathjax>", "$$"),
    ]

    /// The text with formulas between dollar signs; a formula is text, and never run.
    static func plain(_ html: String) -> String {
        guard
            html.containsByte(UInt8(ascii: "\\")) || html.containsByte(UInt8(ascii: "["))
                || html.containsBytes(of: "<anki")
        else { return html }
        var html = html
        for (open, close, mark) in marks where html.containsBytes(of: open) {
            var rest = html[...]
            var result = ""
            while let start = rest.firstRange(of: open),
                let end = rest[start.upperBound...].firstRange(of: close)
            {
                result +=
                    rest[..<start.lowerBound] + mark + rest[start.upperBound..<end.lowerBound]
                    + mark
                rest = rest[end.upperBound...]
            }
            html = result + rest
        }
        return html
    }
}
