internal import StudyCore

extension String {
    /// Text for comparing: no control characters but the line feed, no blanks at either end.
    init(plain bytes: [UInt8]) {
        var bytes = bytes[...]
        while let last = bytes.last, last == 0x20 || last == 0x0A { bytes.removeLast() }
        while let first = bytes.first, first == 0x20 || first == 0x0A { bytes.removeFirst() }
        self.init(clean: bytes)
        if containsByte(UInt8(ascii: "\t")) { self = replacing("\t", with: " ") }
    }

    /// Text without control characters but the line feed and the tab.
    init(clean bytes: some Collection<UInt8>) {
        self.init(decoding: bytes, as: UTF8.self)
        // C1 characters begin with the byte C2.
        let mayHold = bytes.contains {
            $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == 0x7F || $0 == 0xC2
        }
        if mayHold {
            self = String(unicodeScalars.filter { !$0.isControl || $0 == "\n" || $0 == "\t" })
        }
    }

    /// The text without control characters (C0, C1 and delete); a tab or line feed becomes a space.
    package var withoutControls: String {
        guard unicodeScalars.contains(where: \.isControl) else { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if !scalar.isControl {
                result.append(scalar)
            } else if scalar == "\t" || scalar == "\n" {
                result.append(" ")
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
