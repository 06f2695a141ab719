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
        var folder = WordFolder()
        folder.bytes.reserveCapacity(plain.utf8.count + 4)
        for scalar in plain.unicodeScalars {
            if scalar.value < 0x80 {
                folder.take(ascii: UInt8(truncatingIfNeeded: scalar.value))
            } else if scalar.value >= 0x300, scalar.properties.canonicalCombiningClass.rawValue > 0
            {
                return fold(composed: plain)
            } else {
                folder.take(scalar)
            }
        }
        return folder.bytes
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

    private mutating func hold(_ joiner: UInt8) {
        if heldJoiner != nil { isInWord = false }
        if joiner == UInt8(ascii: "-"), isInWord {
            endWord()  // A hyphen or a range, never a sign.
        } else {
            heldJoiner = joiner
        }
    }

    /// Makes ready for a letter or digit, which goes on with the word or begins one.
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

    private mutating func beginWord() {
        if !bytes.isEmpty { bytes.append(UInt8(ascii: " ")) }
    }

    private mutating func endWord() {
        isInWord = false
        heldJoiner = nil
    }
}

extension Unicode.Scalar {
    /// Thai to Lao, kana and Chinese characters.
    fileprivate var isWrittenWithoutSpaces: Bool {
        switch value {
        case 0xE00...0xEFF, 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}
