internal import CTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

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
        switch readByte(&byte) {
        case .some(true): break
        case .some(false): return .end
        case .none: return nil
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

    /// False at the end of the input, nil when there is nothing to read now.
    private static func readByte(_ byte: inout UInt8) -> Bool? {
        let count = read(STDIN_FILENO, &byte, 1)
        if count == 1 { return true }
        if count < 0, errno == EINTR || errno == EAGAIN { return nil }
        return false
    }

    private static func skipsSequence() -> Bool {
        var byte: UInt8 = 0
        guard terminal_wait(escapeTimeout) == TERMINAL_INPUT, readByte(&byte) == true else {
            return false
        }
        guard byte == UInt8(ascii: "[") || byte == UInt8(ascii: "O") else { return true }
        repeat {
            guard terminal_wait(escapeTimeout) == TERMINAL_INPUT, readByte(&byte) == true else {
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
            guard terminal_wait(escapeTimeout) == TERMINAL_INPUT, readByte(&byte) == true else {
                return nil
            }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self).first
    }
}
