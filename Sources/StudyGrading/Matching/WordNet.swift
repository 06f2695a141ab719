internal import Foundation

/// Princeton WordNet as Debian's `wordnet-base` lays it out: an index and a data file a part of speech.
///
/// The files are never read whole: a look-up is a binary search in the sorted index, which is mapped, and
/// a jump to each synset (`wndb(5WN)`), so that little is in memory.
final class WordNet {
    /// Senses of a word that are looked at, the most frequent first.
    private static let senses = 4

    /// Bytes of a synset's line that are looked at.
    private static let longestLine = 65_536

    private struct Part {
        let letter: UInt8
        let index: Data
        let synsets: FileHandle
    }

    private let parts: [Part]

    /// Maps the files of a folder; nil when one of them cannot be opened.
    init?(folder: String) {
        var parts: [Part] = []
        for (name, letter) in [("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")]
            as [(String, Unicode.Scalar)]
        {
            guard let index = Self.map("\(folder)/index.\(name)"),
                let synsets = FileHandle(forReadingAtPath: "\(folder)/data.\(name)")
            else { return nil }
            parts.append(Part(letter: UInt8(ascii: letter), index: index, synsets: synsets))
        }
        self.parts = parts
    }

    private static func map(_ path: String) -> Data? {
        try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    }

    /// Single words that share a sense with a folded word or are derived from it, as WordNet spells them.
    func related(to word: String) -> Set<String> {
        var words: Set<String> = []
        for part in parts {
            guard
                let entry = Self.forms(of: word).lazy.compactMap({ self.entry(for: $0, in: part) })
                    .first
            else { continue }
            // lemma pos synset_cnt p_cnt [symbol…] sense_cnt tagsense_cnt offset…
            let fields = entry.split(separator: " ")
            guard fields.count > 2, let count = Int(fields[2]), count > 0 else { continue }
            for offset in fields.suffix(count).prefix(Self.senses).compactMap({ Int($0) }) {
                words.formUnion(synset(at: offset, in: part))
            }
        }
        words.remove(word)
        return words
    }

    /// A word and what it may be an inflection of.
    private static func forms(of word: String) -> [String] {
        var forms = [word]
        for (ending, others) in endings where word.hasSuffix(ending) {
            forms += others.map { word.dropLast(ending.count) + $0 }
        }
        return forms
    }

    /// Endings, and what stands in their place in the base form (`morphy(7WN)`).
    private static let endings = [
        ("ies", ["y"]), ("ches", ["ch"]), ("shes", ["sh"]), ("ses", ["s"]), ("xes", ["x"]),
        ("es", ["e"]), ("s", [""]), ("ied", ["y"]), ("ed", ["e", ""]), ("ing", ["e", ""]),
        ("er", ["", "e"]), ("est", ["", "e"]),
    ]

    /// The line of the index that begins with a word.
    private func entry(for word: String, in part: Part) -> String? {
        let key = Array(word.utf8) + [UInt8(ascii: " ")]
        return part.index.withUnsafeBytes { bytes in
            var low = 0
            var high = bytes.count
            while low < high {
                var start = low + (high - low) / 2
                while start > low, bytes[start - 1] != UInt8(ascii: "\n") { start -= 1 }
                let line = bytes[start..<high].prefix { $0 != UInt8(ascii: "\n") }
                if line.starts(with: key) { return String(decoding: line, as: UTF8.self) }
                if line.lexicographicallyPrecedes(key) {
                    low = start + line.count + 1
                } else {
                    high = start
                }
            }
            return nil
        }
    }

    /// A synset's line up to its gloss; empty when there is none at that place.
    private func line(at offset: Int, in part: Part) -> Data {
        var line = Data()
        guard offset >= 0, (try? part.synsets.seek(toOffset: UInt64(offset))) != nil else {
            return line
        }
        while line.count < Self.longestLine,
            let more = try? part.synsets.read(upToCount: 1_024), !more.isEmpty
        {
            line.append(more)
            if let end = more.firstIndex(where: {
                $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\n")
            }) {
                return line.prefix(line.count - more.distance(from: end, to: more.endIndex))
            }
        }
        return line
    }

    /// The words of a synset, and those derived from them.
    private func synset(at offset: Int, in part: Part) -> Set<String> {
        var words: Set<String> = []
        var derived: [(letter: UInt8, offset: Int, word: Int)] = []
        line(at: offset, in: part).withUnsafeBytes { bytes in
            // offset file type w_cnt(hex) [word lex_id]… p_cnt [symbol offset pos source/target]… | gloss
            var line = Fields(bytes)
            words = Set(line.words())
            for _ in 0..<(line.number(radix: 10) ?? 0) {
                guard let symbol = line.next(), let offset = line.number(radix: 10),
                    let letter = line.next()?.first, let places = line.number(radix: 16)
                else { return }
                // The last two digits number the target's word from 1; 0 stands for the whole synset.
                if symbol.elementsEqual([UInt8(ascii: "+")]), places & 0xFF > 0 {
                    derived.append((letter, offset, places & 0xFF - 1))
                }
            }
        }
        for target in derived {
            guard let part = parts.first(where: { $0.letter == target.letter }) else { continue }
            line(at: target.offset, in: part).withUnsafeBytes { bytes in
                var line = Fields(bytes)
                if let word = line.words(only: target.word).first { words.insert(word) }
            }
        }
        return words
    }
}

/// The fields of a line, one after the other; nothing is copied before it is wanted.
private struct Fields {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// The next field; nil at the end of the line.
    mutating func next() -> Slice<UnsafeRawBufferPointer>? {
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
        let start = position
        while position < bytes.count, bytes[position] > UInt8(ascii: " ") { position += 1 }
        return start < position ? bytes[start..<position] : nil
    }

    /// The next field as a number; nil when it is none.
    mutating func number(radix: Int) -> Int? {
        next().flatMap { Int(String(decoding: $0, as: UTF8.self), radix: radix) }
    }

    /// The words at the beginning of a synset's line, without such as are made of several.
    ///
    /// - Parameter number: The only one wanted, from 0; nil for all.
    /// - Returns: In small letters.
    mutating func words(only number: Int? = nil) -> [String] {
        var words: [String] = []
        for _ in 0..<3 where next() == nil { return [] }
        for index in 0..<(self.number(radix: 16) ?? 0) {
            guard let word = next(), next() != nil else { break }
            if number == nil || number == index, !word.contains(UInt8(ascii: "_")) {
                words.append(String(decoding: word, as: UTF8.self).lowercased())
            }
        }
        return words
    }
}
