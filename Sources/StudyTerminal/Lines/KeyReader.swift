internal import CTerminal

/// Single keys from standard input, which delivers bytes.
enum KeyReader {
    enum Key {
        case key(Character)
        case end
    }

    /// Milliseconds after which an ESC that stands alone is the key and not the start of a sequence.
    private static let escapeTimeout: Int32 = 50

    /// The next key; nil when what came is none, such as an arrow.
    static func next() -> Key? {
        var byte: UInt8 = 0
        switch terminal_read_byte(&byte) {
        case TERMINAL_BYTE: break
        case TERMINAL_NOTHING: return nil
        default: return .end
        }
        switch byte {
        // A Ctrl-D that was typed while the kernel still edited lines has become a zero.
        case 0x04, 0x00: return .end
        case 0x0D: return .key("\n")
        case 0x1B: return skipsSequence() ? nil : .key("\u{1B}")
        case 0..<0x80: return .key(Character(Unicode.Scalar(byte)))
        default: return restOfCharacter(from: byte).map(Key.key)
        }
    }

    /// False when no byte follows soon.
    private static func readFollowing(_ byte: inout UInt8) -> Bool {
        terminal_wait(escapeTimeout) == TERMINAL_INPUT && terminal_read_byte(&byte) == TERMINAL_BYTE
    }

    private static func skipsSequence() -> Bool {
        var byte: UInt8 = 0
        guard readFollowing(&byte) else {
            return false
        }
        guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") else { return true }
        repeat {
            guard readFollowing(&byte) else {
                return true
            }
        } while !(0x40...0x7E).contains(byte)
        return true
    }

    private static func restOfCharacter(from first: UInt8) -> Character? {
        var bytes = [first]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        while bytes.count < length {
            var byte: UInt8 = 0
            guard readFollowing(&byte) else {
                return nil
            }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self).first
    }
}
