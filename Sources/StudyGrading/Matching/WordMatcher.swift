/// Finds the words of one text in another.
struct WordMatcher {
    /// How a word was found.
    struct Match {
        /// What the match is worth, 0–1.
        let credit: Double
        /// The place of the word that matched, among the lexemes of the searched text; nil when another
        /// name or an abbreviation speaks for it.
        let index: Int?
    }

    private let lexemes: [Lexeme]
    private let thesaurus: Thesaurus
    private let places: [String: Int]
    /// Words that may be misspelt, with what is compared first.
    private let candidates: [(index: Int, letters: UInt32, length: Int)]
    /// Neighbours written as one: `micro influencer` for `microinfluencer`.
    private let joined: [String: Int]

    init(searching lexemes: [Lexeme], thesaurus: Thesaurus) {
        self.lexemes = lexemes
        self.thesaurus = thesaurus
        var places: [String: Int] = [:]
        var candidates: [(index: Int, letters: UInt32, length: Int)] = []
        var joined: [String: Int] = [:]
        for (index, lexeme) in lexemes.enumerated() {
            if places[lexeme.stem] == nil { places[lexeme.stem] = index }
            guard lexeme.matter == .full, !lexeme.isFigure else { continue }
            candidates.append((index, Self.letters(lexeme.word), lexeme.word.utf8.count))
            if index > 0 { joined[lexemes[index - 1].word + lexeme.word] = index }
        }
        self.places = places
        self.candidates = candidates
        self.joined = joined
    }

    /// The same word; nil when it is not there.
    func exact(_ lexeme: Lexeme) -> Match? {
        places[lexeme.stem].map { Match(credit: 1, index: $0) }
    }

    /// The best match for a word; nil when it is not there.
    ///
    /// - Parameters:
    ///   - lexeme: The word.
    ///   - next: The word after it in its own text: the two may be written as one in this.
    /// - Returns: The match, or nil.
    func match(_ lexeme: Lexeme, followedBy next: Lexeme?) -> Match? {
        if let match = exact(lexeme) { return match }
        if lexeme.isFigure { return nil }
        if let index = joined[lexeme.word] { return Match(credit: 1, index: index) }
        if let next, let index = places[lexeme.word + next.stem] {
            return Match(credit: 1, index: index)
        }
        guard lexeme.matter == .full else { return nil }
        if let index = misspelt(lexeme) {
            return Match(credit: GradingWeights.misspelt, index: index)
        }
        for stem in thesaurus.synonyms(of: lexeme) {
            if let index = places[stem] {
                return Match(credit: GradingWeights.synonym, index: index)
            }
        }
        return family(lexeme).map { Match(credit: GradingWeights.family, index: $0) }
    }

    /// The letters of a word as a set of bits, by which most pairs are told apart at once.
    private static func letters(_ word: String) -> UInt32 {
        var bits: UInt32 = 0
        for byte in word.utf8 { bits |= 1 << UInt32(byte & 31) }
        return bits
    }

    /// A word that is this one but for one slip, or two in seven letters and more.
    private func misspelt(_ lexeme: Lexeme) -> Int? {
        let length = lexeme.word.utf8.count
        guard length >= 4 else { return nil }
        let limit = length < 7 ? 1 : 2
        let letters = Self.letters(lexeme.word)
        for candidate in candidates
        where abs(candidate.length - length) <= limit
            && (candidate.letters ^ letters).nonzeroBitCount <= 2 * limit
        {
            let word = lexemes[candidate.index].word
            if word.utf8.first == lexeme.word.utf8.first,
                !Opposites.areOpposite(lexeme.word, word),
                editDistance(lexeme.word, word, limit: limit) != nil
            {
                return candidate.index
            }
        }
        return nil
    }

    /// A word that shares its first letters: *conductive* for *conductor*.
    private func family(_ lexeme: Lexeme) -> Int? {
        guard lexeme.stem.utf8.count >= 5 else { return nil }
        for candidate in candidates {
            let other = lexemes[candidate.index].stem
            guard other.utf8.count >= 5 else { continue }
            let common = zip(lexeme.stem.utf8, other.utf8).prefix { $0 == $1 }.count
            if common >= 5, common * 4 > 3 * max(lexeme.stem.utf8.count, other.utf8.count) {
                return candidate.index
            }
        }
        return nil
    }
}
