/// How many columns of a terminal text takes.
///
/// Not the C library's `wcwidth`: that one depends on the locale, knows no emoji sequences, and differs
/// between machines, so the same text would wrap differently.
package enum DisplayWidth {
    /// Columns of one line of text; control characters and line feeds take none.
    package static func columns(of text: some StringProtocol) -> Int {
        var columns = 0
        for character in text {
            columns += Self.columns(of: character)
        }
        return columns
    }

    /// Columns of one character as the reader sees it: 0, 1, 2, or more for conjuncts of several letters.
    ///
    /// Ambiguous width counts as 1. Emoji sequences (joined, with skin tone, flags, or asked for in colour by
    /// U+FE0F) count as 2, as current terminals draw them.
    package static func columns(of character: Character) -> Int {
        let scalars = character.unicodeScalars
        guard let first = scalars.first else { return 0 }
        if first.isASCII {
            guard scalars.count > 1 else {
                return first.value < 0x20 || first.value == 0x7F ? 0 : 1
            }
            // A keycap such as 1️⃣.
            if scalars.contains(emojiPresentation) { return 2 }
        } else if scalars.count > 1, isEmojiSequence(first, scalars) {
            return 2
        }
        return scalars.reduce(0) { $0 + columns(of: $1) }
    }

    private static let emojiPresentation: Unicode.Scalar = "\u{FE0F}"
    private static let joiner: Unicode.Scalar = "\u{200D}"

    private static func isEmojiSequence(
        _ first: Unicode.Scalar, _ scalars: Character.UnicodeScalarView
    ) -> Bool {
        if (0x1F1E6...0x1F1FF).contains(first.value) { return true }
        guard first.properties.isEmoji else { return false }
        return scalars.contains { scalar in
            scalar == emojiPresentation || scalar == joiner || scalar.properties.isEmojiModifier
        }
    }

    private static func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F ? 0 : 1 }
        // The vowels and final consonants of Hangul join the wide syllable before them.
        if (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value) {
            return 0
        }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator,
            .paragraphSeparator:
            // The soft hyphen is a format character that terminals draw.
            return scalar.value == 0xAD ? 1 : 0
        default:
            return EastAsianWide.contains(scalar) ? 2 : 1
        }
    }
}
