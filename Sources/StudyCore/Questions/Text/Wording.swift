/// The words of a text that carry its meaning, for saying how much two texts have in common.
///
/// Words are compared by 64-bit hashes (FNV-1a), without grammar words and the *s* of a plural, so
/// that dozens of texts can be compared while a question is made.
package struct Wording: Hashable, Sendable {
    /// In rising order, each once.
    private let hashes: [UInt64]

    /// The words of a text.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - hasGrammar: Whether grammar words count too, among them *not*, *gives* and *takes*.
    package init(_ text: String, hasGrammar: Bool = false) {
        var hashes: [UInt64] = []
        for word in NormalisedText(text).bytes.split(separator: UInt8(ascii: " "))
        where !Self.stopWords.contains(Self.hash(word)) {
            hashes.append(Self.hash(Self.singular(word)))
        }
        hashes.sort()
        self.init(sorted: hashes)
    }

    private init(sorted hashes: [UInt64]) {
        var unique: [UInt64] = []
        unique.reserveCapacity(hashes.count)
        for hash in hashes where hash != unique.last { unique.append(hash) }
        self.hashes = unique
    }

    package var count: Int { hashes.count }

    package var isEmpty: Bool { hashes.isEmpty }

    /// The words that stand in both texts, as a share of those that stand in either; 0–1.
    package func likeness(to other: Wording) -> Double {
        let common = shared(with: other)
        let all = count + other.count - common
        return all == 0 ? 0 : Double(common) / Double(all)
    }

    /// How many words stand in both texts.
    package func shared(with other: Wording) -> Int {
        var (left, right, count) = (0, 0, 0)
        while left < hashes.count, right < other.hashes.count {
            let (one, two) = (hashes[left], other.hashes[right])
            if one == two { count += 1 }
            if one <= two { left += 1 }
            if two <= one { right += 1 }
        }
        return count
    }

    /// The words without those of another text.
    package func subtracting(_ other: Wording) -> Wording {
        let others = Set(other.hashes)
        return Wording(sorted: hashes.filter { !others.contains($0) })
    }

    private static let stopWords = Set(
        StopWords.all.flatMap { normalisedWords($0) }.map { hash(Array($0.utf8)[...]) })

    /// A normalised word without the ending of a plural or possessive.
    private static func singular(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let s = UInt8(ascii: "s")
        guard word.count > 3, word.last == s else { return word }
        let stem = word.dropLast()
        if stem.last == UInt8(ascii: "'") { return stem.dropLast() }
        return [s, UInt8(ascii: "u"), UInt8(ascii: "i")].contains(stem.last) ? word : stem
    }

    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}
