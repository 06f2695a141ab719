import FSRS
import StudyCore
import StudyGrading

/// Holds a given answer against what is right.
struct Marking {
    let question: Question
    /// The other terms of the class, each under its names, which must not count as the asked one.
    let rivals: () -> [(name: String, term: String)]
    /// Grades an answer in the learner's own words; nil where there is none to be given.
    let grade: (String) throws -> OwnWords?

    /// What a marking comes to.
    enum Outcome: Equatable {
        case marked(MarkedAnswer)
        /// In the learner's own words, for the learner to look over.
        case graded(OwnWords)
        /// As near to one term as to another: to be asked again.
        case between(String, String)
    }

    func mark(_ given: GivenAnswer) throws -> Outcome {
        switch (question.response, given) {
        case (.typed(let blanks), .typed(let texts)): typed(texts, for: blanks)
        case (.choice(let choice), .chosen(let index)): chosen(index, of: choice)
        case (.pairs(let pairs), .paired(let assignment)): paired(assignment, in: pairs)
        case (.written, .own(let text)), (.list, .own(let text)):
            try grade(text).map(Outcome.graded) ?? own(text, isRight: !text.isEmpty)
        case (_, .own(let text)): own(text, isRight: true)
        default: own("", isRight: false)
        }
    }

    // MARK: Typed

    private func typed(_ texts: [String], for blanks: [Question.Blank]) -> Outcome {
        var parts: [MarkedAnswer.Part] = []
        for (blank, text) in zip(blanks, texts) {
            let judged = TypedAnswer.judge(text, accepted: blank.accepted, rivals: rivals)
            let right = blank.accepted.first ?? ""
            let verdict: MarkedAnswer.Verdict
            switch judged {
            case .right: verdict = .right
            case .slip: verdict = .slip
            case .confused(let other): verdict = .confused(with: other)
            case .between(let one, let other):
                if blanks.count == 1 { return .between(one, other) }
                verdict = .confused(with: other)
            case .wrong: verdict = .wrong
            case .empty: verdict = .empty
            }
            parts.append(MarkedAnswer.Part(verdict: verdict, right: right, said: text))
        }
        let cards = Set(blanks.map(\.card))
        if cards.count == blanks.count, blanks.count > 1 {
            let marks = zip(blanks, parts).map { blank, part in
                MarkedAnswer.Mark(
                    card: blank.card, rating: part.isRight ? .good : .again,
                    score: part.isRight ? 1 : 0, answer: part.said)
            }
            return .marked(MarkedAnswer(marks: marks, parts: parts, isFinal: true))
        }
        let score = Double(parts.count { $0.isRight }) / Double(max(1, parts.count))
        // Half of a longer fact is a hard-won pass, less is none.
        let rating: Rating = score == 1 ? .good : score >= 0.5 ? .hard : .again
        return .marked(
            MarkedAnswer(
                marks: [
                    MarkedAnswer.Mark(
                        card: question.card, rating: rating, score: score,
                        answer: texts.joined(separator: texts.count > 1 ? "; " : ""))
                ], parts: parts, isFinal: false))
    }

    // MARK: Recognised

    private func chosen(_ index: Int, of choice: Question.Choice) -> Outcome {
        let isRight = index == choice.right
        let right = choice.options[choice.right]
        let option = choice.options.indices.contains(index) ? choice.options[index] : right
        let verdict: MarkedAnswer.Verdict =
            isRight
            ? .right : question.form == .trueFalse ? .wrong : .confused(with: option.term)
        return .marked(
            MarkedAnswer(
                marks: [
                    MarkedAnswer.Mark(
                        card: question.card, rating: isRight ? .good : .again,
                        score: isRight ? 1 : 0, answer: option.term)
                ],
                parts: [MarkedAnswer.Part(verdict: verdict, right: right.text, said: option.text)],
                isFinal: true))
    }

    private func paired(
        _ assignment: Question.Pairs.Assignment, in pairs: Question.Pairs
    ) -> Outcome {
        var marks: [MarkedAnswer.Mark] = []
        var parts: [MarkedAnswer.Part] = []
        for (index, card) in pairs.cards.enumerated() {
            let said = assignment[index]
            let isRight = said == pairs.key[index]
            // The term whose definition was given.
            let taken = pairs.key.firstIndex { $0 == said }.map { pairs.terms[$0] } ?? ""
            marks.append(
                MarkedAnswer.Mark(
                    card: card, rating: isRight ? .good : .again, score: isRight ? 1 : 0,
                    answer: taken))
            parts.append(
                MarkedAnswer.Part(
                    verdict: isRight ? .right : said == nil ? .empty : .wrong,
                    right: "\(index + 1)\(Question.letter(pairs.key[index]))",
                    said: said.map { "\(index + 1)\(Question.letter($0))" } ?? ""))
        }
        return .marked(MarkedAnswer(marks: marks, parts: parts, isFinal: true))
    }

    // MARK: In the learner's own words

    private func own(_ text: String, isRight: Bool) -> Outcome {
        .marked(
            MarkedAnswer(
                marks: [
                    MarkedAnswer.Mark(
                        card: question.card, rating: isRight ? .good : .again, score: nil,
                        answer: text)
                ], parts: [], isFinal: false))
    }
}

extension MarkedAnswer.Part {
    var isRight: Bool { verdict == .right || verdict == .slip }
}
