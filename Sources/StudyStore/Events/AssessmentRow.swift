import FSRS
import GRDB
import StudyCore

/// A row of the assessment table: what belongs to a review that was graded point by point.
enum AssessmentRow {
    /// What `assessment(of:from:)` reads, in its order; all of it NULL for a review without one.
    static let columns = """
        assessment.proposed, assessment.score, assessment.confidence, assessment.marks, \
        assessment.accepted
        """

    static let width = 5

    /// Joins the table to one that has the review.
    static let joined = "LEFT JOIN assessment ON assessment.event = review.event"

    /// Reads an assessment from its columns in a row.
    ///
    /// - Parameters:
    ///   - row: A row with `columns` in it.
    ///   - first: The place of the first of them.
    /// - Returns: The assessment; nil when the review has none.
    /// - Throws: `Undecodable` for words that no program of ours wrote.
    static func assessment(of row: Row, from first: Int) throws -> Assessment? {
        guard let number: Int = row[first] else { return nil }
        guard let proposed = Rating(rawValue: number) else {
            throw Undecodable("an assessment with an unknown rating")
        }
        let marks: String = row[first + 3]
        return Assessment(
            proposed: proposed, score: row[first + 1], confidence: row[first + 2],
            marks: try marks.split(separator: " ").map(mark), accepted: row[first + 4])
    }

    static func insert(_ assessment: Assessment, event: Int64, _ db: Database) throws {
        try db.cachedStatement(
            sql: """
                INSERT INTO assessment (event, proposed, score, confidence, marks, accepted)
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [
            event, assessment.proposed.rawValue, assessment.score, assessment.confidence,
            assessment.marks.map { $0.found.rawValue + ($0.isTurned ? "*" : "") }
                .joined(separator: " "), assessment.accepted,
        ])
    }

    private static func mark(_ word: Substring) throws -> Assessment.Mark {
        let isTurned = word.hasSuffix("*")
        guard
            let found = AnswerGrade.Point.State(rawValue: String(isTurned ? word.dropLast() : word))
        else { throw Undecodable("an assessment with an unknown mark") }
        return Assessment.Mark(found: found, isTurned: isTurned)
    }
}
