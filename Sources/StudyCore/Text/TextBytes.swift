// Quick looks at the UTF-8 of a text. Its view goes through the string's checks at each byte, which takes several
// times as long as a walk over memory; that walk stays in this file.

extension StringProtocol {
    /// Whether a byte stands in the text's UTF-8.
    @inlinable
    package func containsByte(_ byte: UInt8) -> Bool {
        unsafe withBytes { unsafe $0.contains(byte) }
    }

    /// Whether a byte of a kind stands in the text's UTF-8; asked from its start on, up to the first one.
    @inlinable
    package func containsByte(where isSought: (UInt8) -> Bool) -> Bool {
        unsafe withBytes { unsafe $0.contains(where: isSought) }
    }

    /// Where a byte first stands in the text's UTF-8; nil when it does not.
    @inlinable
    package func firstIndex(ofByte byte: UInt8) -> Index? {
        unsafe withBytes { unsafe $0.firstIndex(of: byte) }
            .map { utf8.index(startIndex, offsetBy: $0) }
    }

    /// Whether the text's UTF-8 is just these bytes.
    @inlinable
    package func consists(ofBytes other: some Collection<UInt8>) -> Bool {
        unsafe withBytes { unsafe $0.elementsEqual(other) }
    }

    /// Whether the bytes of another text stand in this one; a quick look before a search by characters.
    @inlinable
    package func containsBytes(of text: String) -> Bool {
        guard let first = text.utf8.first else { return true }
        return unsafe withBytes { bytes in
            var rest = unsafe bytes[...]
            while let start = unsafe rest.firstIndex(of: first) {
                if unsafe rest[start...].starts(with: text.utf8) { return true }
                unsafe rest = rest[(start + 1)...]
            }
            return false
        }
    }

    /// Bytes that do not lie in one piece of memory are copied.
    @inlinable
    func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        unsafe utf8.withContiguousStorageIfAvailable(body)
            ?? Array(utf8).withUnsafeBufferPointer(body)
    }
}
