/// What is compared of a text: its words and its trigrams, as numbers.
struct TextProfile {
    /// Digests of the distinct words, ascending.
    let words: [UInt64]
    private let bytes: [UInt8]

    init(_ plain: String) {
        bytes = NormalisedText(plain).bytes
        words = Self.words(of: bytes)
    }

    /// Each three neighbouring bytes of the normalised text, ascending, as often as they occur.
    var trigrams: [UInt32] { Self.trigrams(of: bytes) }

    /// The digest by which a word is known in a profile.
    static func digest(of word: some Sequence<UInt8>) -> UInt64 {
        word.reduce(into: offsetBasis) { $0 = ($0 ^ UInt64($1)) &* prime }
    }

    /// The digests of the distinct words of several texts together.
    static func words(in texts: [String]) -> Set<UInt64> {
        Set(texts.flatMap { words(of: NormalisedText($0).bytes) })
    }

    /// The digests of all runs of three words in several texts.
    static func phrases(in texts: [String]) -> Set<UInt64> {
        var phrases: Set<UInt64> = []
        for text in texts {
            let words = sequence(of: NormalisedText(text).bytes)
            for first in words.indices.dropLast(2) {
                let digest = (words[first] &* prime) ^ words[first + 1]
                phrases.insert((digest &* prime) ^ words[first + 2])
            }
        }
        return phrases
    }

    private static func words(of bytes: [UInt8]) -> [UInt64] {
        var distinct: [UInt64] = []
        for word in sequence(of: bytes).sorted() where distinct.last != word {
            distinct.append(word)
        }
        return distinct
    }

    private static func sequence(of bytes: [UInt8]) -> [UInt64] {
        var words: [UInt64] = []
        var digest = offsetBasis
        for byte in bytes {
            if byte == space {
                words.append(digest)
                digest = offsetBasis
            } else {
                digest = (digest ^ UInt64(byte)) &* prime
            }
        }
        if !bytes.isEmpty { words.append(digest) }
        return words
    }

    private static func trigrams(of bytes: [UInt8]) -> [UInt32] {
        var trigrams: [UInt32] = []
        trigrams.reserveCapacity(bytes.count + 1)
        var window = UInt32(space)
        for (position, byte) in bytes.enumerated() {
            window = (window << 8 | UInt32(byte)) & 0xFF_FFFF
            if position > 0 { trigrams.append(window) }
        }
        trigrams.append((window << 8 | UInt32(space)) & 0xFF_FFFF)
        trigrams.sort()
        return trigrams
    }
}

private let space = UInt8(ascii: " ")
/// FNV-1a's constants.
private let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325
private let prime: UInt64 = 0x100_0000_01B3
