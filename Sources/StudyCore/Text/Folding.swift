extension String {
    /// The text without case and accents, for comparing what was typed with what is meant.
    ///
    /// `Café` and `cafe` fold to the same. Marks on a Latin letter are dropped, and a precomposed one
    /// becomes its base letter, which is read off its Unicode name (*LATIN SMALL LETTER E WITH ACUTE*),
    /// so no table of letters is needed. Other scripts keep their letters and marks: there a mark may
    /// be a vowel.
    package var folded: String {
        if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
        var result = ""
        result.reserveCapacity(utf8.count)
        for scalar in lowercased().unicodeScalars {
            if scalar.value < 0x80 {
                result.unicodeScalars.append(scalar)
            } else if scalar.properties.generalCategory == .nonspacingMark,
                result.utf8.last.map({ $0 < 0x80 }) ?? true
            {
                continue
            } else if let special = Self.foldedSpecially[scalar] {
                result += special
            } else if let base = scalar.latinBase {
                result.unicodeScalars.append(base)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Letters and signs that people type in another way.
    private static let foldedSpecially: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th",
        "\u{2018}": "'", "\u{2019}": "'", "\u{02BC}": "'", "\u{201C}": "\"", "\u{201D}": "\"",
        "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-",
        "\u{2212}": "-", "\u{00A0}": " ", "\u{202F}": " ", "\u{2009}": " ",
    ]
}

extension Unicode.Scalar {
    /// The plain letter under a Latin letter's accent; nil for everything else.
    fileprivate var latinBase: Unicode.Scalar? {
        let prefix = "LATIN SMALL LETTER "
        guard let name = properties.name, name.hasPrefix(prefix) else { return nil }
        let rest = name.dropFirst(prefix.count)
        guard let letter = rest.unicodeScalars.first, letter.value >= 0x41, letter.value <= 0x5A,
            rest.dropFirst().hasPrefix(" WITH ")
        else { return nil }
        return Unicode.Scalar(letter.value + 32)
    }
}
