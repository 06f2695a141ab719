/// A word or figure in a text, with its place.
package struct Token: Hashable, Sendable {
    /// The word as written, with the sign of a currency before it and a per-cent sign after it.
    package let text: String
    /// Its place in the text, in UTF-8 offsets.
    package let range: Range<Int>

    /// The word without case and accents.
    package var folded: String { text.folded }

    /// Whether it holds a digit.
    package var isFigure: Bool { text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }

    /// Whether it begins with a capital letter.
    package var isCapitalised: Bool { text.first?.isUppercase ?? false }

    /// The word without the ending of a possessive, `'s`.
    package var withoutPossessive: Token {
        guard text.hasSuffix("'s") || text.hasSuffix("\u{2019}s") else { return self }
        let text = String(text.dropLast(2))
        return Token(text: text, range: range.lowerBound..<(range.lowerBound + text.utf8.count))
    }

    /// The words between its hyphens, each with its place; itself alone when there is no hyphen.
    package var parts: [Token] {
        text.unicodeScalars.split { $0 == "-" || $0 == "\u{2010}" || $0 == "\u{2011}" }.map {
            part in
            let start =
                range.lowerBound + text.utf8.distance(from: text.startIndex, to: part.startIndex)
            let text = String(part)
            return Token(text: text, range: start..<(start + text.utf8.count))
        }
    }
}

extension Token {
    /// The words and figures of a text, in order.
    ///
    /// Hyphens, apostrophes, ampersands and points stay inside a word (`micro-influencer`, `Nielsen's`,
    /// `P&A`, `U.S`), points, commas, slashes and colons inside a figure (`1,000.5`, `24/7`, `06:00`),
    /// and `$ £ € %` belong to their figure. In scripts that put no spaces between words each character is a token.
    package static func tokens(in text: String) -> [Token] {
        var tokens: [Token] = []
        let bytes = Array(text.utf8)
        let scalars = Array(text.unicodeScalars)
        var offsets: [Int] = []
        offsets.reserveCapacity(scalars.count + 1)
        var offset = 0
        for scalar in scalars {
            offsets.append(offset)
            offset += UTF8.width(scalar)
        }
        offsets.append(offset)
        var index = 0
        while index < scalars.count {
            guard begins(scalars, index) else {
                index += 1
                continue
            }
            let start = index
            index += 1
            while index < scalars.count, continues(scalars, index) { index += 1 }
            if index < scalars.count, scalars[index] == "%", isDigit(scalars[index - 1]) {
                index += 1
            }
            let range = offsets[start]..<offsets[index]
            tokens.append(
                Token(text: String(decoding: bytes[range], as: UTF8.self), range: range))
        }
        return tokens
    }

    private static func begins(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        if isWord(scalars[index]) { return true }
        return isCurrency(scalars[index]) && index + 1 < scalars.count
            && isDigit(scalars[index + 1])
    }

    private static func continues(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
        let scalar = scalars[index]
        if isWord(scalar) {
            return isMark(scalar) || !isUnspaced(scalar) && !isUnspaced(scalars[index - 1])
        }
        guard index + 1 < scalars.count else { return false }
        let before = scalars[index - 1]
        let after = scalars[index + 1]
        switch scalar {
        case "-", "\u{2010}", "\u{2011}", "'", "\u{2019}", "&", ".":
            return isWord(before) && isWord(after) && !isUnspaced(before) && !isUnspaced(after)
        case ",", "/", ":": return isDigit(before) && isDigit(after)
        default: return false
        }
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x80 {
            return isDigit(scalar) || (0x41...0x5A).contains(scalar.value)
                || (0x61...0x7A).contains(scalar.value)
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber:
            return true
        default:
            return false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x80 else { return false }
        let category = scalar.properties.generalCategory
        return category == .nonspacingMark || category == .spacingMark
    }

    /// Whether a letter is of a script that puts no spaces between words.
    private static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true  // Thai, Lao, Burmese, Khmer
        case 0x3040...0x30FF, 0x31F0...0x31FF: true  // Hiragana, Katakana
        default: scalar.value >= 0x2E80 && scalar.properties.isIdeographic
        }
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x30 && scalar.value <= 0x39
    }

    private static func isCurrency(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .currencySymbol
    }
}
