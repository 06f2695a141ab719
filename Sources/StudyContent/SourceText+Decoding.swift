/// Why the bytes of a file are no text.
struct UndecodableText: Error {
    let code: ProblemCode
    /// Counted from 0.
    let offset: Int
    /// The offending byte.
    let byte: UInt8
}

extension SourceText {
    /// Reads a file's bytes: drops a byte order mark, makes every line end a line feed.
    ///
    /// Columns of the first line count from behind the byte order mark.
    init(decoding file: [UInt8]) throws(UndecodableText) {
        if let offset = file.firstIndex(of: 0) {
            throw UndecodableText(code: .nulByte, offset: offset, byte: 0)
        }
        if String(validating: file, as: UTF8.self) == nil {
            let offset = Self.offsetOfInvalidUTF8(in: file)
            throw UndecodableText(code: .invalidUTF8, offset: offset, byte: file[offset])
        }
        var bytes = file
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if bytes.contains(UInt8(ascii: "\r")) { bytes = Self.unifyingLineEnds(of: bytes) }
        self.init(bytes)
    }

    /// The line and column of an offset in a file that could not be decoded.
    static func place(of offset: Int, in file: [UInt8]) -> (line: Int, column: Int) {
        let before = unifyingLineEnds(of: Array(file[..<offset]))
        let text = SourceText(before)
        return (text.lineCount, before.count - text.lineStarts[text.lineCount - 1] + 1)
    }

    private static func unifyingLineEnds(of bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var afterReturn = false
        for byte in bytes {
            if byte == UInt8(ascii: "\r") {
                result.append(UInt8(ascii: "\n"))
            } else if byte != UInt8(ascii: "\n") || !afterReturn {
                result.append(byte)
            }
            afterReturn = byte == UInt8(ascii: "\r")
        }
        return result
    }

    private static func offsetOfInvalidUTF8(in bytes: [UInt8]) -> Int {
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) {
            offset += scalar.count
        }
        return min(offset, bytes.count - 1)
    }
}
