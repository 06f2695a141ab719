/// A zip archive byte by byte, as no sound program would write it.
struct RawZip {
    struct Entry {
        var name: [UInt8]
        var bytes: [UInt8] = Array("text".utf8)
        var flags: UInt16 = 0
        /// The upper half is the mode on Unix.
        var attributes: UInt32 = 0
    }

    var entries: [Entry]

    init(_ names: [String]) {
        entries = names.map { Entry(name: Array($0.utf8)) }
    }

    var bytes: [UInt8] {
        var result: [UInt8] = []
        var directory: [UInt8] = []
        for entry in entries {
            let offset = UInt32(result.count)
            let common =
                Self.word16(20) + Self.word16(entry.flags) + Self.word16(0)
                + Self.word32(0x0021_0000)
                + Self.word32(Self.crc(entry.bytes)) + Self.word32(UInt32(entry.bytes.count))
                + Self.word32(UInt32(entry.bytes.count)) + Self.word16(UInt16(entry.name.count))
            result += Self.word32(0x0403_4B50) + common + Self.word16(0) + entry.name + entry.bytes
            directory +=
                Self.word32(0x0201_4B50) + Self.word16(0x031E) + common + Self.word16(0)
                + Self.word16(0) + Self.word16(0) + Self.word16(0)
                + Self.word32(entry.attributes) + Self.word32(offset) + entry.name
        }
        let start = UInt32(result.count)
        result += directory
        result +=
            Self.word32(0x0605_4B50) + Self.word32(0) + Self.word16(UInt16(entries.count))
            + Self.word16(UInt16(entries.count)) + Self.word32(UInt32(directory.count))
            + Self.word32(start) + Self.word16(0)
        return result
    }

    private static func word16(_ value: UInt16) -> [UInt8] {
        [UInt8(value & 0xFF), UInt8(value >> 8)]
    }

    private static func word32(_ value: UInt32) -> [UInt8] {
        word16(UInt16(value & 0xFFFF)) + word16(UInt16(value >> 16))
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = .max
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
