internal import StudyCore

extension ContentRule {
    /// What a guide is confused with must be a guide of the same class.
    package static let unknownTerms = ContentRule("unknown terms", needsClass: true) { guides in
        let terms = Dictionary(grouping: guides, by: \.id.classSlug)
            .mapValues { Set($0.map(\.id.termSlug)) }
        return guides.flatMap { guide in
            guide.confusedWith.compactMap { term -> ContentProblem? in
                if term == guide.id.termSlug {
                    return ContentProblem(
                        .confusedWithItself, .warning, file: guide.path,
                        message: "the guide says it is confused with itself; remove '\(term)'")
                }
                let known = terms[guide.id.classSlug] ?? []
                if known.contains(term) { return nil }
                let advice =
                    nearest(to: term, among: known).map { "did you mean '\($0)'?" }
                    ?? "write its guide or remove it"
                return ContentProblem(
                    .unknownTerm, .warning, file: guide.path,
                    message:
                        "'\(term)' of 'confused-with' is no guide of \(guide.className); \(advice)")
            }
        }
    }
}

/// The word that a mistyped one most probably is; nil when none is near.
///
/// - Parameters:
///   - word: What was written.
///   - words: What there is.
/// - Returns: The word with the fewest edits, at most a third of its length; the first of the alphabet
///   where several are as near.
func nearest(to word: String, among words: some Collection<String>) -> String? {
    let limit = max(1, word.utf8.count / 3)
    var best: (word: String, edits: Int)?
    for candidate in words {
        guard let edits = edits(from: word, to: candidate, limit: limit) else { continue }
        if let current = best, (current.edits, current.word) < (edits, candidate) { continue }
        best = (candidate, edits)
    }
    return best?.word
}

/// Bytes to insert, remove, replace or swap with a neighbour; nil when more than `limit`.
private func edits(from left: String, to right: String, limit: Int) -> Int? {
    let left = Array(left.utf8)
    let right = Array(right.utf8)
    guard abs(left.count - right.count) <= limit else { return nil }
    var before: [Int] = []
    var previous = Array(0...right.count)
    for row in left.indices {
        var current = [row + 1]
        for column in right.indices {
            let same = left[row] == right[column]
            var cost = min(
                previous[column] + (same ? 0 : 1), previous[column + 1] + 1, current[column] + 1)
            if row > 0, column > 0, left[row] == right[column - 1],
                left[row - 1] == right[column]
            {
                cost = min(cost, before[column - 1] + 1)
            }
            current.append(cost)
        }
        if (current.min() ?? 0) > limit { return nil }
        before = previous
        previous = current
    }
    let result = previous[right.count]
    return result <= limit ? result : nil
}
