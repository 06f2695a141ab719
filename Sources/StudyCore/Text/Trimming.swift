extension StringProtocol where SubSequence == Substring {
    /// The slice without white space at its ends.
    package var trimmedSlice: Substring {
        var text = self[...]
        // The property of a character is looked up where its byte does not tell. A slice of a slice keeps the
        // places of the text; one that a character is removed from does not.
        while let byte = text.utf8.last, !byte.isVisibleASCII, let last = text.last,
            last.isWhitespace
        { text = text.dropLast() }
        while let byte = text.utf8.first, !byte.isVisibleASCII, let first = text.first,
            first.isWhitespace
        { text = text.dropFirst() }
        return text
    }
}

extension String {
    /// The text without white space at its ends.
    package var trimmed: String { String(trimmedSlice) }
}

extension UInt8 {
    /// Whether it is the code of a sign of ASCII that leaves ink.
    fileprivate var isVisibleASCII: Bool { (0x21...0x7E).contains(self) }
}
