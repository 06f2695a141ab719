internal import FSRS
internal import StudyCore

/// What the grader made of an answer, as a review's field of an archive.
struct ArchivedAssessment: Codable {
    struct Mark: Codable {
        let found: String
        /// Left out where the learner left the mark as it was.
        let turned: Bool?
    }

    let proposed: Int
    let score: Double
    let confidence: Double
    let marks: [Mark]
    let accepted: String?

    init(_ assessment: Assessment) {
        proposed = assessment.proposed.rawValue
        score = assessment.score
        confidence = assessment.confidence
        marks = assessment.marks.map {
            Mark(found: $0.found.rawValue, turned: $0.isTurned ? true : nil)
        }
        accepted = assessment.accepted
    }

    func value() throws -> Assessment {
        guard (0...1).contains(score), (0...1).contains(confidence) else {
            throw ArchiveRecord.Unreadable("'score' or 'confidence' of an assessment cannot be so")
        }
        return Assessment(
            proposed: try known(Rating(rawValue: proposed), "proposed"), score: score,
            confidence: confidence,
            marks: try marks.map { mark in
                Assessment.Mark(
                    found: try known(AnswerGrade.Point.State(rawValue: mark.found), "found"),
                    isTurned: mark.turned ?? false)
            }, accepted: accepted)
    }
}
