import FSRS
import StudyCore
import StudyTerminal

/// What the grader made of an answer and where the learner saw it otherwise, in a few words.
enum AssessmentText {
    /// `2 of 3 points found, hard proposed, mark b turned, wording accepted`.
    static func text(of assessment: Assessment, rating: Rating) -> String {
        var parts: [String] = []
        if !assessment.marks.isEmpty {
            let found = assessment.marks.count { $0.found == .covered }
            parts.append("\(found) of \(Phrases.count(assessment.marks.count, "point")) found")
        }
        if assessment.proposed != rating {
            parts.append("\(Phrases.name(assessment.proposed)) proposed")
        }
        let turned = assessment.marks.indices.filter { assessment.marks[$0].isTurned }
            .map { GradeView.letter($0).map(String.init) ?? "\($0 + 1)" }
        if !turned.isEmpty {
            parts.append(
                "\(turned.count == 1 ? "mark" : "marks") \(turned.joined(separator: ", ")) turned")
        }
        if assessment.accepted != nil { parts.append("wording accepted") }
        return parts.joined(separator: ", ")
    }
}

/// An assessment as JSON.
struct AssessmentData: Encodable {
    struct Mark: Encodable {
        let found: String
        let turned: Bool
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
        marks = assessment.marks.map { Mark(found: $0.found.rawValue, turned: $0.isTurned) }
        accepted = assessment.accepted
    }
}
