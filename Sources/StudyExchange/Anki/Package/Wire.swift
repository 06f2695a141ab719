/// Reads the fields of a message of Protocol Buffers, bounds checked.
struct WireReader {
    struct Malformed: Error {}

    enum Value {
        case number(UInt64)
        case bytes(ArraySlice<UInt8>)
        /// Of a fixed width; none of ours are.
        case other
    }

    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Collection<UInt8>) {
        rest = Array(bytes)[...]
    }

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The next field; nil at the end.
    mutating func next() throws(Malformed) -> (field: Int, value: Value)? {
        guard !rest.isEmpty else { return nil }
        let tag = try varint()
        guard tag >> 3 > 0, let field = Int(exactly: tag >> 3) else { throw Malformed() }
        switch tag & 7 {
        case 0: return (field, .number(try varint()))
        case 1:
            _ = try take(8)
            return (field, .other)
        case 2:
            let length = try varint()
            guard let count = Int(exactly: length) else { throw Malformed() }
            return (field, .bytes(try take(count)))
        case 5:
            _ = try take(4)
            return (field, .other)
        default: throw Malformed()
        }
    }

    private mutating func varint() throws(Malformed) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 7) {
            guard let byte = rest.popFirst() else { throw Malformed() }
            if shift == 63, byte > 1 { throw Malformed() }
            value |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return value }
        }
        throw Malformed()
    }

    private mutating func take(_ count: Int) throws(Malformed) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest.count else { throw Malformed() }
        defer { rest.removeFirst(count) }
        return rest.prefix(count)
    }
}
