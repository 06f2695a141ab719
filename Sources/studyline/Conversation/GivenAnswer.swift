import FSRS
import StudyCore

/// An answer as it was given, read but not judged.
enum GivenAnswer: Equatable {
    /// Thought or written in the learner's own words.
    case own(String)
    /// A text for each blank.
    case typed([String])
    /// The option picked.
    case chosen(Int)
    /// For each term the definition it was given.
    case paired(Question.Pairs.Assignment)
    /// Whether nothing was said, which is never right.
    var isEmpty: Bool {
        switch self {
        case .own(let text): text.isEmpty
        case .typed(let texts): texts.allSatisfy(\.isEmpty)
        case .chosen: false
        case .paired(let assignment): assignment.allSatisfy { $0 == nil }
        }
    }
}

/// What an answer is worth.
struct MarkedAnswer: Equatable {
    /// What it is worth for one card.
    struct Mark: Equatable {
        let card: Card.ID
        var rating: Rating
        /// Share found right, 0–1; nil when only the learner can say.
        let score: Double?
        /// What the log notes: what was typed, or the term it was taken for.
        let answer: String
        /// What the grader made of it; nil where nothing was said in the learner's own words.
        var assessment: Assessment?
    }

    /// What was made of one blank, pair or point.
    struct Part: Equatable {
        let verdict: Verdict
        /// What is right.
        let right: String
        /// What was said; empty when nothing was.
        let said: String
    }

    enum Verdict: Equatable {
        case right
        case slip
        /// Another term was named.
        case confused(with: String)
        case wrong
        case empty
    }

    /// For each card that the answer says something of.
    var marks: [Mark]
    let parts: [Part]
    /// Whether the marks stand; else the learner rates, with the mark as a proposal.
    let isFinal: Bool

    var isRight: Bool { marks.allSatisfy { $0.rating != .again } }

    /// Takes the learner's own rating for the card whose turn it is.
    mutating func rate(_ rating: Rating) {
        guard !marks.isEmpty else { return }
        marks[0].rating = rating
    }

    /// The marks, none better than a rating.
    func capped(at cap: Rating) -> MarkedAnswer {
        var capped = self
        for index in capped.marks.indices {
            capped.marks[index].rating = min(cap, capped.marks[index].rating)
        }
        return capped
    }
}
