internal import StudyCore

/// The `{#id}` that an author may put at the end of a heading or item to fix its identity.
enum ExplicitID {
    /// What stands at the end of a text.
    enum Ending: Equatable {
        case none
        case id(String)
        /// Braces that were meant for an id, but hold something else.
        case malformed
    }

    private static let maximumLength = 64

    /// Takes the mark off the end of a text.
    static func strip(_ text: inout String) -> Ending {
        guard text.utf8.last == UInt8(ascii: "}"), let open = text.lastIndex(of: "{") else {
            return .none
        }
        let inside = text[text.index(after: open)...].dropLast()
        guard inside.first == "#" else { return .none }
        let id = inside.dropFirst()
        guard isValid(id) else { return .malformed }
        let name = String(id)
        text = String(text[..<open])
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return .id(name)
    }

    /// Takes the mark off the end of both texts of a prose.
    static func strip(_ prose: inout Prose) -> Ending {
        var plain = prose.plain
        guard plain.utf8.last == UInt8(ascii: "}") else { return .none }
        let ending = strip(&plain)
        guard case .id = ending else { return ending }
        var markdown = prose.markdown
        guard strip(&markdown) == ending else { return .none }
        prose = Prose(markdown: Array(markdown.utf8)[...], plain: plain)
        return ending
    }

    /// Letters, digits, `.`, `_`, `:` and `-`, the first one a letter or digit.
    private static func isValid(_ id: Substring) -> Bool {
        guard let first = id.first, first.isLetter || first.isNumber,
            id.utf8.count <= maximumLength
        else { return false }
        return id.allSatisfy { $0.isLetter || $0.isNumber || "._:-".contains($0) }
    }
}
