/// Turns scalars into normalised words, one at a time.
///
/// A joiner (apostrophe, point, comma, minus) is held back until the next scalar says whether it
/// belongs to a word.
struct WordFolder {
    private var bytes: [UInt8] = []
    private var isInWord = false
    private var endsInDigit = false
    private var heldJoiner: UInt8?

    static func fold(_ plain: String) -> [UInt8] {
        let input = Array(plain.utf8)
        var folder = WordFolder()
        folder.bytes.reserveCapacity(input.count + 8)
        var position = 0
        while position < input.count {
            let byte = input[position]
            if isLowerCase(byte) {
                // Most of a text is runs of these: taking them together is most of the speed.
                folder.continueWord(isDigit: false)
                repeat {
                    folder.bytes.append(input[position])
                    position += 1
                } while position < input.count && isLowerCase(input[position])
            } else if byte < 0x80 {
                folder.take(ascii: byte)
                position += 1
            } else {
                let scalar = input.scalar(at: position)
                if scalar.isMark { return fold(composed: plain) }
                folder.take(scalar)
                position += UTF8.width(scalar)
            }
        }
        return folder.bytes
    }

    private static func isLowerCase(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "a") < 26
    }

    /// Folds a text that holds combining marks, each composed with its letter where that is possible.
    private static func fold(composed plain: String) -> [UInt8] {
        var folder = WordFolder()
        for character in plain {
            if let scalar = precomposed[character] {
                folder.take(scalar)
            } else {
                for scalar in character.unicodeScalars { folder.take(scalar) }
            }
        }
        return folder.bytes
    }

    /// Single scalars by the character they are equal to however it is written.
    ///
    /// Covers the Latin, Greek, Cyrillic and Hangul blocks; elsewhere two spellings of a letter differ.
    private static let precomposed: [Character: Unicode.Scalar] = {
        var table: [Character: Unicode.Scalar] = [:]
        for block in [0xC0...0x24F, 0x370...0x4FF, 0x1E00...0x1FFF, 0xAC00...0xD7A3] {
            for value in block {
                guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
                table[Character(scalar)] = scalar
            }
        }
        return table
    }()

    @inline(__always)
    private mutating func take(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"):
            continueWord(isDigit: false)
            bytes.append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"):
            continueWord(isDigit: false)
            bytes.append(byte | 0x20)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            continueWord(isDigit: true)
            bytes.append(byte)
        case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "-"):
            hold(byte)
        case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "^"),
            UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="), UInt8(ascii: ">"):
            beginWord()
            bytes.append(byte)
            endWord()
        default:
            endWord()
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0..<0x80: take(ascii: UInt8(truncatingIfNeeded: scalar.value))
        case 0x2018, 0x2019, 0x2BC: hold(UInt8(ascii: "'"))
        case 0x2013, 0x2212: hold(UInt8(ascii: "-"))
        case 0xFF01...0xFF5E: take(ascii: UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
        default: take(other: scalar)
        }
    }

    private mutating func take(other scalar: Unicode.Scalar) {
        switch scalar.properties.generalCategory {
        case .format:
            break  // Soft hyphens and joiners are not seen.
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            if scalar.isWrittenWithoutSpaces { endWord() }
            continueWord(isDigit: false)
            appendFolded(scalar)
            if scalar.isWrittenWithoutSpaces { endWord() }
        case .decimalNumber:
            continueWord(isDigit: true)
            bytes.append(contentsOf: String(scalar).utf8)
        case .nonspacingMark, .spacingMark, .enclosingMark:
            bytes.append(contentsOf: String(scalar).utf8)
        case .letterNumber, .otherNumber, .mathSymbol, .currencySymbol:
            beginWord()
            bytes.append(contentsOf: String(scalar).utf8)
            endWord()
        default:
            endWord()
        }
    }

    /// Appends the case-folded scalar: upper case first, so that ß and ss, ς and σ, ﬁ and fi meet.
    private mutating func appendFolded(_ scalar: Unicode.Scalar) {
        for upper in scalar.properties.uppercaseMapping.unicodeScalars {
            bytes.append(contentsOf: upper.properties.lowercaseMapping.utf8)
        }
    }

    @inline(__always)
    private mutating func hold(_ joiner: UInt8) {
        if heldJoiner != nil { isInWord = false }
        if joiner == UInt8(ascii: "-"), isInWord {
            endWord()  // A hyphen or a range, never a sign.
        } else {
            heldJoiner = joiner
        }
    }

    /// Makes ready for a letter or digit, which goes on with the word or begins one.
    @inline(__always)
    private mutating func continueWord(isDigit: Bool) {
        if let joiner = heldJoiner {
            heldJoiner = nil
            switch joiner {
            case UInt8(ascii: "'") where isInWord:
                bytes.append(joiner)
            case UInt8(ascii: "."), UInt8(ascii: ","):
                if isInWord, endsInDigit, isDigit { bytes.append(joiner) } else { beginWord() }
            case UInt8(ascii: "-") where isDigit:
                beginWord()
                bytes.append(joiner)
            default:
                beginWord()
            }
        } else if !isInWord {
            beginWord()
        }
        isInWord = true
        endsInDigit = isDigit
    }

    @inline(__always)
    private mutating func beginWord() {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    }

    @inline(__always)
    private mutating func endWord() {
        isInWord = false
        heldJoiner = nil
    }
}

extension [UInt8] {
    /// The scalar that begins at a byte of well-formed UTF-8.
    fileprivate func scalar(at position: Int) -> Unicode.Scalar {
        let lead = self[position]
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
        var value = length == 1 ? UInt32(lead) : UInt32(lead & (0xFF >> UInt8(length + 1)))
        for byte in self[position + 1..<Swift.min(position + length, count)] {
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }
}

extension Unicode.Scalar {
    /// Whether it may have to be composed with the letter before it.
    fileprivate var isMark: Bool {
        value >= 0x300 && properties.canonicalCombiningClass != .notReordered
    }

    /// Thai to Lao, kana and Chinese characters.
    fileprivate var isWrittenWithoutSpaces: Bool {
        switch value {
        case 0xE00...0xEFF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
