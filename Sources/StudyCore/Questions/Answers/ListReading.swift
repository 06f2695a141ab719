extension Question {
    /// Which points of a list were told, by the words of each line; a proposal that the learner may
    /// correct.
    ///
    /// A line counts for the point with which it shares most of its words, if it holds at least a
    /// third of the point's telling words or half of its own are the point's. Each line counts once.
    ///
    /// - Parameters:
    ///   - typed: The answer, a point a line or a sentence.
    ///   - points: What was to be told.
    ///   - names: The term's names, which tell nothing.
    /// - Returns: For each point whether it was told.
    package static func told(_ typed: String, of points: [Point], names: TermNames) -> [Bool] {
        let own = Wording(names.names.joined(separator: " "))
        let wordings = points.map { Wording($0.text.plain).subtracting(own) }
        var told = [Bool](repeating: false, count: points.count)
        for line in typed.split(whereSeparator: { $0.isNewline || $0 == ";" }) {
            let words = Wording(String(line)).subtracting(own)
            let best = points.indices.filter { !told[$0] }.max { left, right in
                words.shared(with: wordings[left]) < words.shared(with: wordings[right])
            }
            guard let best, !words.isEmpty else { continue }
            let shared = words.shared(with: wordings[best])
            let isEnough =
                3 * shared >= wordings[best].count || shared >= 2 && 2 * shared >= words.count
            if isEnough { told[best] = true }
        }
        return told
    }
}
