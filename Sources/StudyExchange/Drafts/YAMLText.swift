/// Text from anywhere as a YAML value that can be nothing else than that text.
enum YAMLText {
    private static let reserved: Set<String> = [
        "yes", "no", "on", "off", "true", "false", "null", "nan", "inf", "y", "n",
    ]

    /// The value, on one line: as it is when it is plain words, else in quotation marks.
    static func value(_ name: String) -> String {
        let text = name.onOneLine
        return isPlain(text) ? text : quoted(text)
    }

    private static func isPlain(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic,
            text.last?.isWhitespace == false, !reserved.contains(text.lowercased())
        else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || ("0"..."9").contains($0)
                || " -&".unicodeScalars.contains($0)
        }
    }

    /// All that could begin something in YAML is written by its number.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\" + String(scalar)
            case "*", "[", "]", "{", "}": result += "\\x" + hex(scalar, digits: 2)
            default:
                if scalar.value < 0x20 || (0x7F...0xA0).contains(scalar.value) {
                    result += "\\x" + hex(scalar, digits: 2)
                } else if (0x2028...0x202E).contains(scalar.value)
                    || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0xFEFF
                {
                    result += "\\u" + hex(scalar, digits: 4)
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    private static func hex(_ scalar: Unicode.Scalar, digits: Int) -> String {
        let text = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
}
