/// In what a matched item's new text may say something else than the old one.
///
/// Such an item keeps its history, is marked as changed and is asked soon.
package struct MeaningChange: OptionSet, Hashable, Sendable {
    package let rawValue: Int

    package init(rawValue: Int) {
        self.rawValue = rawValue
    }

    /// Other numbers, or other signs beside them.
    package static let numbers = MeaningChange(rawValue: 1)
    /// More or fewer negations.
    package static let negation = MeaningChange(rawValue: 2)
    /// Over 30 % of the content words differ.
    package static let wording = MeaningChange(rawValue: 4)
    /// A cloze leaves out other words.
    package static let holes = MeaningChange(rawValue: 8)
}

extension MeaningChange {
    /// Compares what the ledger holds with what stands now; nil when the meaning is the same.
    init?(from entry: LedgerEntry, to sighting: Sighting) {
        var changes: MeaningChange = []
        if wordsLeftOut(entry.holes, of: entry.text)
            != wordsLeftOut(sighting.holes, of: sighting.text)
        {
            changes.insert(.holes)
        }
        if entry.fingerprint != sighting.fingerprint {
            let reworded = MeaningChange(
                from: normalisedWords(entry.text) + normalisedWords(entry.answer ?? ""),
                to: normalisedWords(sighting.text) + normalisedWords(sighting.answer ?? ""))
            changes.formUnion(reworded ?? [])
        }
        if changes.isEmpty { return nil }
        self = changes
    }

    /// Compares two texts as normalised words; nil when the meaning is the same.
    init?(from old: [String], to new: [String]) {
        var changes: MeaningChange = []
        // What both begin and end with is in both: only its length matters, to how much the rest weighs.
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed())
            .prefix { $0 == $1 }.count
        let shared = old.prefix(start) + old.suffix(end)
        let (old, new) = (old[start..<old.count - end], new[start..<new.count - end])
        if count(old.compactMap(number)) != count(new.compactMap(number)) {
            changes.insert(.numbers)
        }
        if old.count(where: isNegation) != new.count(where: isNegation) {
            changes.insert(.negation)
        }
        let share = differingShare(
            old.filter(isContent), new.filter(isContent), besides: shared.count(where: isContent))
        if share > 0.3 { changes.insert(.wording) }
        if changes.isEmpty { return nil }
        self = changes
    }
}

/// What the holes of a cloze leave out, normalised, hole by hole.
private func wordsLeftOut(_ holes: [Range<Int>], of text: String) -> [[String]] {
    if holes.isEmpty { return [] }
    let bytes = Array(text.utf8)
    return holes.map { hole in
        normalisedWords(
            String(decoding: bytes[hole.clamped(to: bytes.indices)], as: UTF8.self))
    }
}

private func count(_ words: [String]) -> [String: Int] {
    words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
}

/// The share of words that are in one of the lists only, 0–1, where each has `shared` more that are in both.
private func differingShare(_ left: [String], _ right: [String], besides shared: Int) -> Double {
    let all = left.count + right.count + 2 * shared
    if all == 0 { return 0 }
    let rightCounts = count(right)
    let common = count(left).reduce(shared) { $0 + min($1.value, rightCounts[$1.key] ?? 0) }
    return 1 - 2 * Double(common) / Double(all)
}

private func isContent(_ word: String) -> Bool {
    number(word) == nil && !isNegation(word) && !StopWords.english.contains(word)
}

private func isNegation(_ word: String) -> Bool {
    negations.contains(word) || word.hasSuffix("n't")
}

/// The number (or the sign beside one) that a word stands for; nil when it stands for none.
private func number(_ word: String) -> String? {
    if let digits = spelledNumbers[word] { return digits }
    if word.utf8.contains(where: { $0 < 0x80 && !isLetter($0) }) { return word }
    // Beyond ASCII a sign is a word of its own, so only such words need the slow question.
    guard let sign = word.unicodeScalars.first, sign.value >= 0x80,
        word.unicodeScalars.count == 1, !sign.properties.isAlphabetic
    else { return nil }
    return word
}

/// Whether a byte of a normalised word is a letter or the apostrophe inside one.
private func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") || byte == UInt8(ascii: "'")
}

private let negations: Set<String> = [
    "not", "no", "never", "none", "nor", "neither", "nothing", "nobody", "nowhere", "without",
    "cannot", "except", "unless",
]

/// "One" is left out, which is a pronoun more often than a number.
private let spelledNumbers: [String: String] = [
    "zero": "0", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7",
    "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12", "half": "half",
    "twice": "twice", "dozen": "dozen", "hundred": "hundred", "thousand": "thousand",
    "million": "million", "billion": "billion", "trillion": "trillion", "percent": "%",
]
