package import FSRS

/// What a typed answer is worth beside the model answer, point by point.
///
/// Nothing here is final: it proposes, and every mark can be turned by the learner.
package struct AnswerGrade: Hashable, Sendable {
    package enum Verdict: String, Hashable, Sendable, CaseIterable {
        case correct, partly, incorrect
        /// Something in the answer says the opposite of the model answer.
        case contradiction
    }

    /// The points as they were found, before any mark was turned.
    private let graded: [Point]
    /// How far the answer goes by the words alone, 0–1.
    private let gradedCoverage: Double
    /// Indices of the points whose marks the learner turned.
    private var turned: Set<Int> = []
    /// Whether the answer had words at all.
    package let isEmpty: Bool

    package init(points: [Point], coverage: Double, isEmpty: Bool = false) {
        graded = points
        gradedCoverage = min(1, max(0, coverage))
        self.isEmpty = isEmpty
    }

    /// The points of the model answer, in its order; empty only when it has no words.
    package var points: [Point] {
        graded.indices.map { turned.contains($0) ? graded[$0].turned : graded[$0] }
    }

    /// How far the answer goes, 0–1, before contradictions are taken off.
    package var coverage: Double {
        guard !turned.isEmpty else { return gradedCoverage }
        let points = points
        let changed = turned.reduce(gradedCoverage) {
            $0 + points[$1].share * (points[$1].coverage - graded[$1].coverage)
        }
        // Once every mark stands for full credit so does the whole, whatever the wording.
        let isSettled = points.allSatisfy { $0.state == .covered }
        return min(
            1, max(isSettled ? points.reduce(0) { $0 + $1.share * $1.coverage } : 0, changed))
    }

    /// The grade as it was before the learner turned any mark.
    package var untouched: AnswerGrade {
        var grade = self
        grade.turned = []
        return grade
    }

    /// Whether the learner turned a mark.
    package var isTouched: Bool { !turned.isEmpty }

    /// From here on an answer counts as right.
    package static let passing = 0.55
    /// Below, nothing of the model answer is recognised.
    package static let recognised = 0.3

    /// Share of the model answer that is contradicted, 0–1.
    package var contradicted: Double {
        points.reduce(0) { $0 + ($1.state == .contradicted ? $1.share : 0) }
    }

    /// From this share of contradicted words on, the answer as a whole contradicts.
    private static let contradicting = 0.25

    /// The share of full marks to be expected, 0–1; what is contradicted earns next to nothing.
    package var score: Double {
        let contradicted = contradicted
        let score =
            coverage * (1 - contradicted) + min(coverage, Self.recognised / 2) * contradicted
        return contradicted < Self.contradicting ? score : min(score, Self.passing - 0.05)
    }

    package var verdict: Verdict {
        if contradicted >= Self.contradicting { return .contradiction }
        if score >= Self.passing { return contradicted > 0 ? .partly : .correct }
        return score >= Self.recognised ? .partly : .incorrect
    }

    /// What is proposed; easy is never, since only the learner knows.
    ///
    /// A contradiction is put as a question, so it lowers the proposal to hard and no further.
    package var rating: Rating {
        switch verdict {
        case .correct: .good
        case .partly, .contradiction: .hard
        case .incorrect: .again
        }
    }

    /// How likely the proposal is right, 0–1.
    ///
    /// High scores can be believed, low ones less: an answer in other words looks like a wrong one. What
    /// the learner went over is believed.
    package var confidence: Double {
        if isEmpty || isTouched { return 1 }
        if contradicted > 0 { return 0.6 }
        let score = score
        if score >= Self.passing { return min(0.97, 0.65 + 0.7 * (score - Self.passing)) }
        if score >= Self.recognised { return 0.5 }
        return 0.6 + 0.8 * (Self.recognised - score)
    }

    /// Whether the proposal may stand without a second look; else the learner should decide.
    package var isSure: Bool { confidence >= 0.7 }

    /// The grade after the learner turned one mark: covered becomes missing, all else covered; turning it
    /// again takes that back.
    ///
    /// A point out of range changes nothing.
    package func turning(_ index: Int) -> AnswerGrade {
        guard graded.indices.contains(index) else { return self }
        var grade = self
        if grade.turned.remove(index) == nil { grade.turned.insert(index) }
        return grade
    }
}

extension AnswerGrade {
    /// One claim of the model answer and what became of it.
    package struct Point: Hashable, Sendable {
        /// Found, found in part, not found in the answer, or said with the opposite sense.
        package enum State: String, Hashable, Sendable, CaseIterable {
            case covered, partly, missing, contradicted

            /// What a learner makes of it who does not agree.
            package var turned: State { self == .covered ? .missing : .covered }
        }

        /// The claim as the model answer words it.
        package let text: String
        /// Its place in the model answer, in UTF-8 offsets.
        package let range: Range<Int>
        /// Its share of the model answer's telling words; the shares of all points are 1 together.
        package let share: Double
        package private(set) var state: State
        /// How much of it was found, 0–1.
        package private(set) var coverage: Double
        /// Words of the answer that speak for it, as typed, in the order of the claim.
        package let found: [String]
        /// Telling words of the claim that the answer lacks, with their places in the model answer.
        package let lacking: [Word]
        /// What speaks against it.
        package private(set) var conflicts: [Conflict]
        /// Whether the mark is the learner's own.
        package private(set) var isTurned = false

        package init(
            text: String, range: Range<Int>, share: Double, state: State, coverage: Double,
            found: [String], lacking: [Word], conflicts: [Conflict]
        ) {
            self.text = text
            self.range = range
            self.share = share
            self.state = state
            self.coverage = coverage
            self.found = found
            self.lacking = lacking
            self.conflicts = conflicts
        }

        /// The point with the learner's mark in place of ours.
        fileprivate var turned: Point {
            var point = self
            point.state = state.turned
            point.coverage = point.state == .covered ? 1 : 0
            point.conflicts = []
            point.isTurned = true
            return point
        }
    }

    /// A word of the model answer.
    package struct Word: Hashable, Sendable {
        package let text: String
        /// Its place in the model answer, in UTF-8 offsets.
        package let range: Range<Int>

        package init(text: String, range: Range<Int>) {
            self.text = text
            self.range = range
        }
    }

    /// Words of the answer that say the opposite: *you wrote lower, the model answer says higher*.
    package struct Conflict: Hashable, Sendable {
        package enum Kind: String, Hashable, Sendable, CaseIterable {
            /// One denies what the other affirms.
            case negation
            /// Words of opposite meaning.
            case opposite
            /// Two things have changed places.
            case swap
            /// Another number.
            case figure
        }

        package let kind: Kind
        /// What was typed.
        package let typed: String
        /// What the model answer says.
        package let expected: String

        package init(kind: Kind, typed: String, expected: String) {
            self.kind = kind
            self.typed = typed
            self.expected = expected
        }
    }
}
