/// Two things that have changed places around what one does to the other.
struct RoleSwap {
    /// A place in the model answer, and what stands there in the answer, by its place.
    let expected: Int
    let typed: Int

    /// Relations that hold both ways.
    private static let mutual: Set = [
        "equal", "same", "differ", "similar", "relat", "connect", "correl", "compar", "combin",
        "balanc", "interact", "link", "meet", "match", "separ", "join",
        "agre", "compet", "exchang", "communic",
    ]

    /// Looks for a swap between a stretch of the model answer and one of the answer.
    ///
    /// Only for near-copies: seven tenths of the telling words are the same, each stands once, the voice is
    /// the same, and either two words have changed places or all that stood before a word now stands
    /// after it and the other way round.
    init?(expected: (Reading, Range<Int>), typed: (Reading, Range<Int>)) {
        let mine = Self.single(expected.0, expected.1)
        let theirs = Self.single(typed.0, typed.1)
        let common = mine.filter { theirs[$0.key] != nil }
        guard common.count >= 3, common.count * 10 >= max(mine.count, theirs.count) * 7,
            Self.count("by", expected) == Self.count("by", typed)
        else { return nil }
        let order = common.sorted { $0.value < $1.value }
        let places = order.compactMap { theirs[$0.key] }
        let sorted = places.sorted()
        let ranks = places.compactMap { place in sorted.firstIndex(of: place) }
        let moved = ranks.indices.filter { ranks[$0] != $0 }
        guard let first = moved.first, let last = moved.last else { return nil }
        let between = expected.0.lexemes[order[first].value...order[last].value]
        guard !between.contains(where: { Self.mutual.contains($0.stem) }),
            between.dropFirst().dropLast().contains(where: { $0.matter == .full })
        else { return nil }
        let isPair = moved.count == 2 && last - first >= 2
        guard isPair || Self.isTurned(ranks) else { return nil }
        self.expected = order[first].value
        self.typed = places[last]
    }

    /// Whether everything before some word now stands after it, and the other way round.
    private static func isTurned(_ ranks: [Int]) -> Bool {
        ranks.indices.dropFirst().dropLast().contains { pivot in
            ranks[..<pivot].allSatisfy { $0 > ranks[pivot] }
                && ranks[(pivot + 1)...].allSatisfy { $0 < ranks[pivot] }
        }
    }

    /// Telling words that stand once in a stretch, with their places.
    private static func single(_ text: Reading, _ range: Range<Int>) -> [String: Int] {
        var places: [String: Int] = [:]
        var twice: Set<String> = []
        for index in range where text.lexemes[index].matter == .full {
            if places.updateValue(index, forKey: text.lexemes[index].stem) != nil {
                twice.insert(text.lexemes[index].stem)
            }
        }
        return places.filter { !twice.contains($0.key) }
    }

    private static func count(_ word: String, _ stretch: (Reading, Range<Int>)) -> Int {
        stretch.0.lexemes[stretch.1].count { $0.word == word }
    }
}
