/// Numbers, however they are written.
enum Figure {
    /// The number that a folded word stands for, in a form to be compared; nil when it is none.
    ///
    /// `1,000`, `1000` and `1000.0` are the same, and so are `12` and `twelve`. A currency or per-cent
    /// sign stays out: an answer may leave it away.
    static func value(of word: String) -> String? {
        if let digits = spelled[word] { return digits }
        guard word.utf8.contains(where: isDigit) else { return nil }
        var digits = ""
        for scalar in word.unicodeScalars {
            if scalar.properties.generalCategory == .currencySymbol || scalar == "%" || scalar == "," {
                continue
            }
            digits.unicodeScalars.append(scalar)
        }
        if digits.contains("."), digits.utf8.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }) {
            while digits.last == "0" { digits.removeLast() }
            if digits.last == "." { digits.removeLast() }
        }
        return digits
    }

    /// Whether the commas of a figure part thousands, as in `1,000`.
    static func isGrouped(_ word: String) -> Bool {
        let groups = word.split(separator: ",", omittingEmptySubsequences: false)
        return groups.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count >= 3 }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    /// "One" is left out, which is a pronoun more often than a number.
    private static let spelled: [String: String] = [
        "zero": "0", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
        "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13",
        "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17", "eighteen": "18",
        "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40", "fifty": "50",
        "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
        "thousand": "1000",
    ]
}
