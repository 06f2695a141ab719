internal import Foundation

/// Princeton WordNet as Debian's `wordnet-base` lays it out: an index and a data file a part of speech.
///
/// The files are mapped and never read whole: a look-up is a binary search in the sorted index and a jump
/// to each synset (`wndb(5WN)`), so that nothing is loaded before the first word is asked for, and little
/// after.
final class WordNet {
    /// Senses of a word that are looked at, the most frequent first.
    private static let senses = 4

    private struct Part {
        let letter: Character
        let index: Data
        let synsets: Data
    }

    private let parts: [Part]

    /// Maps the files of a folder; nil when one of them cannot be opened.
    init?(folder: String) {
        var parts: [Part] = []
        for (name, letter) in [("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")] as [(String, Character)] {
            guard let index = Self.map("\(folder)/index.\(name)"),
                let synsets = Self.map("\(folder)/data.\(name)")
            else { return nil }
            parts.append(Part(letter: letter, index: index, synsets: synsets))
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
            guard let entry = Self.forms(of: word).lazy.compactMap({ self.entry(for: $0, in: part) }).first
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

    /// The words of a synset, and those derived from them.
    private func synset(at offset: Int, in part: Part) -> Set<String> {
        // offset file type w_cnt(hex) [word lex_id]… p_cnt [symbol offset pos source/target]… | gloss
        let fields = fields(at: offset, in: part)
        guard fields.count > 4, let count = Int(fields[3], radix: 16) else { return [] }
        var words = Set((0..<count).compactMap { Self.word($0, of: fields) })
        let pointers = 4 + 2 * count
        guard pointers < fields.count, let pointerCount = Int(fields[pointers]) else { return words }
        for pointer in 0..<pointerCount {
            let start = pointers + 1 + 4 * pointer
            guard start + 3 < fields.count else { break }
            guard fields[start] == "+", let offset = Int(fields[start + 1]),
                let target = Int(fields[start + 3].suffix(2), radix: 16), target > 0,
                let part = parts.first(where: { String($0.letter) == fields[start + 2] }),
                let word = Self.word(target - 1, of: self.fields(at: offset, in: part))
            else { continue }
            words.insert(word)
        }
        return words
    }

    private func fields(at offset: Int, in part: Part) -> [Substring] {
        part.synsets.withUnsafeBytes { bytes in
            guard bytes.indices.contains(offset) else { return [] }
            let line = bytes[offset...].prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "|") }
            return String(decoding: line, as: UTF8.self).split(separator: " ")
        }
    }

    /// A synset's word by its number from 0; nil when it is made of several words.
    private static func word(_ number: Int, of fields: [Substring]) -> String? {
        let place = 4 + 2 * number
        guard fields.indices.contains(place), !fields[place].contains("_") else { return nil }
        return fields[place].lowercased()
    }
}
