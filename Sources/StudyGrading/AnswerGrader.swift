package import StudyCore

/// Grades typed answers beside model answers, on this machine and by words alone.
///
/// The score blends the telling words of the model answer that were found (stems, spelling, families)
/// with the letter runs that both share (chrF); the words say what is missing, the letter runs reward
/// phrases. Holds buffers of its own, so each thread needs its own grader.
package final class AnswerGrader {
    private let stemmer = Stemmer()
    private let thesaurus = Thesaurus()

    package init() {}

    // MARK: Making ready

    /// Makes a model answer ready for comparing.
    package func prepare(_ source: ModelAnswer.Source) -> ModelAnswer {
        let passage = Passage(source.answer, stemmer: stemmer)
        let reading = Reading(passage, stemmer: stemmer)
        let question = Reading(Passage(source.question, stemmer: stemmer), stemmer: stemmer)
        var given: Set<String> = []
        for text in [source.question] + source.given {
            given.formUnion(Passage(text, stemmer: stemmer).lexemes.map(\.stem))
        }
        let weights = weights(of: passage.lexemes, given: given)
        return ModelAnswer(
            question: question, reading: reading, profile: CharacterProfile(passage.lexemes.map(\.word)), given: given,
            weights: weights,
            hasNews: passage.lexemes.indices.contains {
                weights[$0] > 0 && !given.contains(passage.lexemes[$0].stem)
            },
            points: points(of: passage, weights: weights),
            accepted: source.accepted.map { text in
                let lexemes = Passage(text, stemmer: stemmer).lexemes
                return ModelAnswer.Wording(
                    lexemes: lexemes, weights: self.weights(of: lexemes, given: given),
                    profile: CharacterProfile(lexemes.map(\.word)))
            },
            aliases: Aliases(source.aliases, stemmer: stemmer))
    }

    /// What each word counts; a text of grammar alone, such as *both of them*, is taken at its word.
    private func weights(of lexemes: [Lexeme], given: Set<String>) -> [Double] {
        let isPlain = lexemes.allSatisfy { $0.matter == .none }
        return lexemes.map { lexeme in
            let weight: Double =
                switch lexeme.matter {
                case .full: 1
                case .some: GradingWeights.weakWord
                case .none: isPlain ? 1 : 0
                }
            return given.contains(lexeme.stem) ? weight * GradingWeights.questionWord : weight
        }
    }

    private func points(of passage: Passage, weights: [Double]) -> [ModelAnswer.Point] {
        let ranges = KeyPoints.ranges(in: passage)
        let sums = ranges.map { range in
            var seen: Set<String> = []
            return range.reduce(0.0) {
                seen.insert(passage.lexemes[$1].stem).inserted ? $0 + weights[$1] : $0
            }
        }
        let total = sums.reduce(0, +)
        return zip(ranges, sums).map { range, sum in
            let place = passage.lexemes[range.lowerBound].range.lowerBound..<passage.lexemes[range.upperBound - 1].range.upperBound
            return ModelAnswer.Point(
                places: range, text: passage.slice(place), range: place,
                share: total > 0 ? sum / total : 1 / Double(ranges.count))
        }
    }

    // MARK: Grading

    /// Grades a typed answer.
    package func grade(_ typed: String, against model: ModelAnswer) -> AnswerGrade {
        let passage = Passage(typed, stemmer: stemmer)
        let reading = Reading(passage, stemmer: stemmer)
        let profile = CharacterProfile(passage.lexemes.map(\.word))
        let search = search(passage.lexemes, for: model)
        let found = search.matches(for: model.reading.lexemes)
        var coverage = score(
            words: recall(model.reading.lexemes, model.weights, found), profile: profile,
            against: model.profile)
        let accepted = model.accepted.map { wording in
            score(
                words: recall(wording.lexemes, wording.weights, search.matches(for: wording.lexemes)),
                profile: profile, against: wording.profile)
        }.max() ?? 0
        coverage = max(coverage, accepted)
        if model.hasNews, accepted < AnswerGrade.passing, repeatsQuestion(passage.lexemes, of: model) {
            coverage = 0
        }
        let finder = ContradictionFinder(
            question: model.question, expected: model.reading, typed: reading)
        let points = model.points.map { point in
            grade(
                point, of: model, found: found, accepted: accepted,
                conflicts: accepted >= AnswerGrade.passing
                    ? [] : finder.conflicts(in: point.places),
                typed: passage)
        }
        return AnswerGrade(points: points, coverage: coverage, isEmpty: passage.lexemes.isEmpty)
    }

    /// What the words of an answer can be found by.
    private struct Search {
        let matcher: WordMatcher
        let words: Set<String>
        let meant: Set<String>

        /// For each word how it was found; nil where it was not.
        func matches(for lexemes: [Lexeme]) -> [WordMatcher.Match?] {
            let spelled = Initials.places(in: lexemes, spelledBy: words)
            return lexemes.indices.map { index in
                let next = index + 1 < lexemes.count ? lexemes[index + 1] : nil
                if lexemes[index].matter == .none {
                    return matcher.exact(lexemes[index])
                }
                if let match = matcher.match(lexemes[index], followedBy: next) { return match }
                let isMeant = spelled.contains(index) || meant.contains(lexemes[index].stem)
                return isMeant ? WordMatcher.Match(credit: 1, index: nil) : nil
            }
        }
    }

    private func search(_ lexemes: [Lexeme], for model: ModelAnswer) -> Search {
        Search(
            matcher: WordMatcher(searching: lexemes, thesaurus: thesaurus),
            words: Set(lexemes.lazy.filter { $0.matter == .full }.map(\.word)),
            meant: Set(model.aliases.meant(by: lexemes)))
    }

    /// Share of a text's telling words that were found, each counted once.
    private func recall(
        _ lexemes: [Lexeme], _ weights: [Double], _ found: [WordMatcher.Match?],
        in range: Range<Int>? = nil
    ) -> Double {
        var seen: Set<String> = []
        var all = 0.0
        var there = 0.0
        for index in range ?? lexemes.indices
        where weights[index] > 0 && seen.insert(lexemes[index].stem).inserted {
            all += weights[index]
            there += weights[index] * (found[index]?.credit ?? 0)
        }
        return all > 0 ? there / all : 0
    }

    /// Blends words and letter runs into a share of full marks.
    private func score(
        words: Double, profile: CharacterProfile, against model: CharacterProfile
    ) -> Double {
        guard model.count > 0 else { return 0 }
        let length = Double(profile.count) / Double(model.count)
        let chance = GradingWeights.chance * min(1, length)
        let runs = max(0, (profile.overlap(with: model) - chance) / (1 - chance))
        let share = GradingWeights.letterRuns * min(1, GradingWeights.length / max(length, 0.01))
        return power((1 - share) * words + share * runs, GradingWeights.leniency)
    }

    /// Whether an answer has no telling word but the question's own.
    private func repeatsQuestion(_ lexemes: [Lexeme], of model: ModelAnswer) -> Bool {
        lexemes.allSatisfy { $0.matter == .none || model.given.contains($0.stem) }
    }

    private func grade(
        _ point: ModelAnswer.Point, of model: ModelAnswer, found: [WordMatcher.Match?],
        accepted: Double, conflicts: [AnswerGrade.Conflict], typed: Passage
    ) -> AnswerGrade.Point {
        let lexemes = model.reading.lexemes
        let coverage = max(
            recall(lexemes, model.weights, found, in: point.places),
            accepted >= AnswerGrade.passing ? accepted : 0)
        let state: AnswerGrade.Point.State =
            if !conflicts.isEmpty { .contradicted }
            else if coverage >= GradingWeights.covered { .covered }
            else if coverage >= GradingWeights.partly { .partly }
            else { .missing }
        var seen: Set<Int> = []
        let telling = point.places.filter { lexemes[$0].matter != .none }
        return AnswerGrade.Point(
            text: point.text, range: point.range, share: point.share, state: state,
            coverage: coverage,
            found: telling.compactMap { found[$0]?.index }.filter { seen.insert($0).inserted }
                .map(typed.written),
            lacking: telling.filter { found[$0] == nil && !model.given.contains(lexemes[$0].stem) }
                .map { AnswerGrade.Word(text: model.reading.passage.written($0), range: lexemes[$0].range) },
            conflicts: conflicts)
    }
}
