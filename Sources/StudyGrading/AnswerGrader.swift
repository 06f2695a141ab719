package import StudyCore

/// Grades typed answers beside model answers, on this machine and by words alone.
///
/// Holds buffers of its own, so each thread needs its own grader.
package final class AnswerGrader {
    private let stemmer: Stemmer
    private let thesaurus: Thesaurus

    /// Where Debian's `wordnet-base` puts WordNet.
    package static let usualWordNet = "/usr/share/wordnet"

    /// Makes a grader; nothing is read before it is needed.
    ///
    /// - Parameter wordNet: The folder of WordNet's files, for synonyms; without them, or with nil, words
    ///   count only as they are.
    package init(wordNet: String? = usualWordNet) {
        stemmer = Stemmer()
        thesaurus = Thesaurus(folder: wordNet, stemmer: stemmer)
    }

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
        var model = ModelAnswer(
            question: question, reading: reading,
            profile: CharacterProfile(passage.lexemes.map(\.word)), given: given, weights: weights,
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
        let strays = source.neighbours.filter { $0 != source.answer }.map {
            Typed(Passage($0, stemmer: stemmer), for: model, thesaurus: thesaurus).coverage
        }
        model.chance = GradingWeights.vocabulary * (strays.max() ?? 0)
        return model
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
    package func grade(_ answer: String, against model: ModelAnswer) -> AnswerGrade {
        let passage = Passage(answer, stemmer: stemmer)
        let typed = Typed(passage, for: model, thesaurus: thesaurus)
        let accepted = typed.acceptance
        let isAccepted = accepted >= AnswerGrade.passing
        let finder = ContradictionFinder(
            question: model.question, expected: model.reading,
            typed: Reading(passage, stemmer: stemmer))
        let points = model.points.map { point in
            grade(
                point, of: model, found: typed.found, accepted: isAccepted ? accepted : 0,
                conflicts: isAccepted ? [] : finder.conflicts(in: point.places), typed: passage)
        }
        var coverage = typed.coverageAboveChance
        if model.hasNews, typed.repeatsQuestion { coverage = 0 }
        return AnswerGrade(
            points: points, coverage: max(coverage, accepted), isEmpty: passage.lexemes.isEmpty)
    }

    private func grade(
        _ point: ModelAnswer.Point, of model: ModelAnswer, found: [WordMatcher.Match?],
        accepted: Double, conflicts: [AnswerGrade.Conflict], typed: Passage
    ) -> AnswerGrade.Point {
        let lexemes = model.reading.lexemes
        let coverage = max(
            Typed.recall(lexemes, model.weights, found, in: point.places), accepted)
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
