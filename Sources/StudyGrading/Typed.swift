/// A typed answer beside a model answer: which words were found, and how far they go.
///
/// The score blends the telling words of the model answer that were found (stems, spelling, families)
/// with the letter runs that both share (chrF): the words say what is missing, the letter runs reward
/// phrases.
struct Typed {
    private let lexemes: [Lexeme]
    private let model: ModelAnswer
    private let profile: CharacterProfile
    private let matcher: WordMatcher
    /// Telling words, any of which may be an abbreviation.
    private let words: Set<String>
    /// Stems of other names for what was named.
    private let meant: Set<String>
    /// For each word of the model answer how it was found; nil where it was not.
    let found: [WordMatcher.Match?]

    init(_ passage: Passage, for model: ModelAnswer, thesaurus: Thesaurus) {
        lexemes = passage.lexemes
        self.model = model
        profile = CharacterProfile(lexemes.map(\.word))
        matcher = WordMatcher(searching: lexemes, thesaurus: thesaurus)
        words = Set(lexemes.lazy.filter { $0.matter == .full }.map(\.word))
        meant = Set(model.aliases.meant(by: lexemes))
        found = Self.matches(
            for: model.reading.lexemes, matcher: matcher, words: words, meant: meant)
    }

    /// How much of the model answer is there, 0–1.
    var coverage: Double {
        score(model.reading.lexemes, model.weights, found, model.profile)
    }

    /// The same without what the vocabulary of the class earns alone, of which a longer answer has more.
    var coverageAboveChance: Double {
        let chance = model.chance * min(1, length(beside: model.profile))
        return max(0, (coverage - chance) / (1 - chance))
    }

    /// How near the answer is to what was accepted before, 0–1.
    var acceptance: Double {
        model.accepted.map { wording in
            let found = Self.matches(
                for: wording.lexemes, matcher: matcher, words: words, meant: meant)
            return score(wording.lexemes, wording.weights, found, wording.profile)
        }.max() ?? 0
    }

    /// Whether there is no telling word but those the question gives away.
    var repeatsQuestion: Bool {
        lexemes.allSatisfy { $0.matter == .none || model.given.contains($0.stem) }
    }

    /// Share of a text's telling words that were found, each counted once.
    static func recall(
        _ lexemes: [Lexeme], _ weights: [Double], _ found: [WordMatcher.Match?],
        in range: Range<Int>
    ) -> Double {
        var seen: Set<String> = []
        var all = 0.0
        var there = 0.0
        for index in range where weights[index] > 0 && seen.insert(lexemes[index].stem).inserted {
            all += weights[index]
            there += weights[index] * (found[index]?.credit ?? 0)
        }
        return all > 0 ? there / all : 0
    }

    private static func matches(
        for lexemes: [Lexeme], matcher: WordMatcher, words: Set<String>, meant: Set<String>
    ) -> [WordMatcher.Match?] {
        let spelled = Initials.places(in: lexemes, spelledBy: words)
        return lexemes.indices.map { index in
            let next = index + 1 < lexemes.count ? lexemes[index + 1] : nil
            if lexemes[index].matter == .none { return matcher.exact(lexemes[index]) }
            if let match = matcher.match(lexemes[index], followedBy: next) { return match }
            let isMeant = spelled.contains(index) || meant.contains(lexemes[index].stem)
            return isMeant ? WordMatcher.Match(credit: 1, index: nil) : nil
        }
    }

    /// Blends words and letter runs into a share of full marks.
    private func score(
        _ reference: [Lexeme], _ weights: [Double], _ found: [WordMatcher.Match?],
        _ letters: CharacterProfile
    ) -> Double {
        guard letters.count > 0 else { return 0 }
        let length = length(beside: letters)
        let runs = profile.overlap(with: letters)
        let words = Self.recall(reference, weights, found, in: reference.indices)
        let share = GradingWeights.letterRuns * min(1, GradingWeights.length / max(length, 0.01))
        return power((1 - share) * words + share * runs, GradingWeights.leniency)
    }

    /// The length of the answer beside another text's, as a ratio.
    private func length(beside other: CharacterProfile) -> Double {
        Double(profile.count) / Double(max(1, other.count))
    }
}
