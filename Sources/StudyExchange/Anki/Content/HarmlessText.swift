internal import StudyCore

/// Strangers' text without what a terminal or an editor would obey.
enum HarmlessText {
    /// Leaves out control characters, escape sequences' beginnings, marks that turn the direction of
    /// writing, and characters of private use; white space becomes a space.
    ///
    /// - Parameters:
    ///   - text: From anywhere.
    ///   - keepsLines: Whether line feeds stay.
    /// - Returns: The rest.
    static func filtered(_ text: String, keepsLines: Bool) -> String {
        if isPlain(text) { return text }
        var result = String.UnicodeScalarView()
        var wasSpace = false
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where keepsLines: result.append(scalar)
            case 0x09, 0x0A, 0x0C, 0x0D, 0x20, 0xA0, 0x2028, 0x2029:
                if keepsLines {
                    if scalar.value != 0x0D { result.append(" ") }
                } else if !wasSpace {
                    result.append(" ")
                }
            case 0...0x1F, 0x7F...0x9F, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF,
                0xFFF9...0xFFFB, 0xE0000...0xE007F, 0x100000...0x10FFFF:
                continue
            case 0xF0002...0xFFFFF: continue
            default: result.append(scalar)
            }
            wasSpace = result.last == " "
        }
        return String(result)
    }

    /// Whether a text is ASCII that shows, with single spaces: nothing is to be left out of it.
    private static func isPlain(_ text: String) -> Bool {
        var before: UInt8 = 0
        return !text.containsByte { byte in
            defer { before = byte }
            return !(0x20...0x7E).contains(byte) || byte == 0x20 && before == 0x20
        }
    }

    /// One line of plain text, such as the name of a deck.
    static func line(_ text: String) -> String {
        let own = text.unicodeScalars.filter { $0.value < 0xF0000 }
        return filtered(String(String.UnicodeScalarView(own)), keepsLines: false).trimmedSlice
            .description
    }
}
