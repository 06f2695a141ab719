import Foundation
import StudyCore

/// Values as JSON, keys in order, so that the same data give the same text.
enum JSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return harmless(String(decoding: try encoder.encode(value), as: UTF8.self))
    }

    /// The text with `\u` in place of what a terminal would obey or be turned by.
    ///
    /// An encoder does this to the controls below 32 only. All others stand inside of strings, where
    /// `\u` means the same.
    static func harmless(_ text: String) -> String {
        // Most texts are ASCII, and that is seen ten times as fast as the rest.
        guard text.containsByte(where: { $0 >= 0x7F }),
            text.unicodeScalars.contains(where: isActive)
        else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isActive(scalar) {
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isActive(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
