import FSRS
import StudyCore

/// An answer in the learner's own words with its grade, which the learner may turn.
struct OwnWords: Equatable {
    /// The card that was asked; of a list, a card for each point.
    let cards: [Card.ID]
    let text: String
    private(set) var grade: AnswerGrade
    /// For each card what would count as an answer from now on if the learner accepts it; nil for nothing.
    let wordings: [String?]

    init(cards: [Card.ID], text: String, grade: AnswerGrade, wordings: [String?]) {
        self.cards = cards
        self.text = text
        self.grade = grade
        self.wordings = wordings
    }

    /// Whether each point has a card of its own.
    var isList: Bool { cards.count > 1 }

    /// The rating to propose; nil when it is the learner's alone to give.
    ///
    /// A list is proposed as it is marked, each point by itself.
    var proposal: Rating? {
        if isList { return grade.rating }
        if grade.points.isEmpty, !grade.isEmpty { return nil }
        return grade.isSure ? grade.rating : nil
    }

    /// Whether words alone cannot tell what it is worth: it deserves a second look.
    var isDoubtful: Bool {
        !grade.isEmpty && (isList ? grade.points.contains { $0.state != .covered } : !grade.isSure)
    }

    /// The share of points, 0–1; a list counts its points alike.
    var score: Double {
        isList ? marks().compactMap(\.score).reduce(0, +) / Double(cards.count) : grade.score
    }

    mutating func turn(_ point: Int) { grade = grade.turning(point) }

    /// What it is worth for each card, with the rating that the learner gave the whole.
    ///
    /// - Parameters:
    ///   - rating: The learner's; nil takes what is proposed. In a list each point has its own.
    ///   - cap: The best there may be, after hints.
    /// - Returns: A mark for each card.
    func marks(rating: Rating? = nil, cap: Rating = .easy) -> [MarkedAnswer.Mark] {
        guard isList else {
            let rating = rating ?? min(cap, grade.rating)
            return [
                MarkedAnswer.Mark(
                    card: cards[0], rating: rating, score: grade.score, answer: text,
                    assessment: Assessment(of: grade, rating: rating, answer: text))
            ]
        }
        return cards.indices.map { index in
            let part = grade.part(index)
            let rating = min(cap, part.rating)
            var assessment = Assessment(of: part, rating: rating, answer: wordings[index] ?? "")
            if wordings[index] == nil { assessment.accepted = nil }
            return MarkedAnswer.Mark(
                card: cards[index], rating: rating, score: part.score, answer: text,
                assessment: assessment)
        }
    }
}

extension AnswerGrade {
    /// One point of a list as an answer of its own.
    fileprivate func part(_ index: Int) -> AnswerGrade {
        let first = untouched.points[index]
        let whole = AnswerGrade(
            points: [
                Point(
                    text: first.text, range: first.range, share: 1, state: first.state,
                    coverage: first.coverage, found: first.found, lacking: first.lacking,
                    conflicts: first.conflicts)
            ], coverage: first.coverage, isEmpty: isEmpty)
        return points[index].isTurned ? whole.turning(0) : whole
    }
}
