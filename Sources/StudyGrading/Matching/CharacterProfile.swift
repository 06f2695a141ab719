/// How often each run of one to six letters stands in a text: what chrF compares.
///
/// Case, accents, spaces and punctuation are left out, so that a list, capitals or a missing comma make
/// no difference. Runs cross from word to word, which rewards phrases over single words.
///
/// Popović 2015, *chrF: character n-gram F-score for automatic MT evaluation*.
struct CharacterProfile {
    /// The longest run.
    private static let longest = 6

    /// The runs by their length less one, each packed into an integer, sorted.
    private let runs: [[UInt64]]
    /// Letters and digits in the text.
    let count: Int

    /// Reads the words of a text.
    init(_ words: some Sequence<String>) {
        var bytes: [UInt8] = []
        for word in words { bytes.append(contentsOf: word.utf8) }
        count = bytes.count
        var runs = Array(repeating: [UInt64](), count: Self.longest)
        for index in runs.indices { runs[index].reserveCapacity(bytes.count) }
        for start in bytes.indices {
            var run: UInt64 = 0
            for length in 0..<min(Self.longest, bytes.count - start) {
                run = run << 8 | UInt64(bytes[start + length])
                runs[length].append(run)
            }
        }
        for index in runs.indices { runs[index].sort() }
        self.runs = runs
    }

    /// chrF2 of this text against a reference, 0–1: recall counts twice as much as precision.
    func overlap(with reference: CharacterProfile, from shortest: Int = 1) -> Double {
        var precision = 0.0
        var recall = 0.0
        var lengths = 0.0
        for (mine, theirs) in zip(runs, reference.runs).dropFirst(shortest - 1) where !mine.isEmpty && !theirs.isEmpty {
            let common = Double(Self.common(mine, theirs))
            precision += common / Double(mine.count)
            recall += common / Double(theirs.count)
            lengths += 1
        }
        guard lengths > 0, precision + recall > 0 else { return 0 }
        precision /= lengths
        recall /= lengths
        return 5 * precision * recall / (4 * precision + recall)
    }

    /// How many runs two sorted lists share, each as often as it stands in both.
    private static func common(_ left: [UInt64], _ right: [UInt64]) -> Int {
        var count = 0
        var first = 0
        var second = 0
        while first < left.count, second < right.count {
            if left[first] == right[second] {
                count += 1
                first += 1
                second += 1
            } else if left[first] < right[second] {
                first += 1
            } else {
                second += 1
            }
        }
        return count
    }
}
