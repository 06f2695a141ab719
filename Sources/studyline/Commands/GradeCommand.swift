import ArgumentParser
import FSRS
import Foundation
import StudyCore
import StudyGrading
import StudyTerminal

/// `grade`: what answers on standard input are worth beside their model answers.
struct GradeCommand: ReadsStandardInput {
    static let configuration = CommandConfiguration(
        commandName: "grade",
        abstract: "Grade written answers beside model answers.",
        discussion: """
            Reads an answer a line from standard input, as JSON: {"id": "a", "question": "…", "reference": "…", \
            "answer": "…"}, with "accepted" (further model answers), "aliases" (lists of names that mean the \
            same) and "given" (words that count little) if wanted. Writes the points of the model answer with \
            a mark each, or with --format json a line of JSON for each: score 0 to 1, verdict, points, the \
            rating that is proposed, and how sure that is, 0 to 1.
            """)

    @OptionGroup var format: FormatOption

    func run() throws {
        var grading = Grading()
        var number = 0
        while let line = readLine(strippingNewline: true) {
            number += 1
            guard !line.allSatisfy(\.isWhitespace) else { continue }
            do {
                let answer = try GradedAnswer(json: line, grading: &grading)
                print(format.format == .json ? try answer.json() : answer.text())
            } catch let error as GradedAnswer.Fault {
                throw ValidationError("standard input:\(number): \(error.description)")
            }
        }
    }
}

/// A grader and the model answer it was last made ready for, since many answers to one question follow
/// each other.
private struct Grading {
    private let grader = AnswerGrader.standard
    private var last: (source: ModelAnswer.Source, model: ModelAnswer)?

    mutating func grade(_ answer: String, beside source: ModelAnswer.Source) -> AnswerGrade {
        if let last, last.source == source { return grader.grade(answer, against: last.model) }
        let model = grader.prepare(source)
        last = (source, model)
        return grader.grade(answer, against: model)
    }
}

/// One line of input with its grade.
private struct GradedAnswer {
    /// Why a line cannot be graded.
    struct Fault: Error, CustomStringConvertible {
        let description: String
    }

    private struct Line: Decodable {
        let id: String
        let question: String?
        let reference: String
        let answer: String
        let accepted: [String]?
        let aliases: [[String]]?
        let given: [String]?
    }

    let id: String
    let grade: AnswerGrade

    /// Reads one line and grades it.
    init(json: String, grading: inout Grading) throws {
        let line: Line
        do {
            line = try JSONDecoder().decode(Line.self, from: Data(json.utf8))
        } catch let DecodingError.keyNotFound(key, _) {
            throw Fault(description: "'\(key.stringValue)' is missing")
        } catch let DecodingError.typeMismatch(_, context),
            let DecodingError.valueNotFound(_, context)
        {
            let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
            throw Fault(description: "'\(path.joined(separator: "."))' is not of the right kind")
        } catch {
            throw Fault(description: "this is not a line of JSON")
        }
        id = line.id
        grade = grading.grade(
            line.answer,
            beside: ModelAnswer.Source(
                question: line.question ?? "", answer: line.reference,
                accepted: line.accepted ?? [], aliases: line.aliases ?? [],
                given: line.given ?? []))
    }

    private struct Output: Encodable {
        struct Point: Encodable {
            struct Conflict: Encodable {
                let kind: String
                let typed: String
                let expected: String
            }

            let text: String
            let state: String
            let found: [String]
            let lacking: [String]
            let conflicts: [Conflict]
        }

        let id: String
        let score: Double
        let verdict: String
        let points: [Point]
        let rating: Int
        let confidence: Double
    }

    /// The grade as one line of JSON.
    func json() throws -> String {
        let output = Output(
            id: id, score: grade.score, verdict: grade.verdict.rawValue,
            points: grade.points.map { point in
                Output.Point(
                    text: point.text, state: point.state.rawValue, found: point.found,
                    lacking: point.lacking.map(\.text),
                    conflicts: point.conflicts.map {
                        .init(kind: $0.kind.rawValue, typed: $0.typed, expected: $0.expected)
                    })
            },
            rating: grade.rating.rawValue, confidence: grade.confidence)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        return String(decoding: try encoder.encode(output), as: UTF8.self)
    }

    /// The grade for people.
    func text() -> String {
        let head =
            "\(printable(id))  \(Phrases.percent(grade.score))  \(grade.verdict.rawValue), \(Phrases.name(grade.rating))"
            + (grade.isSure ? "" : "?")
        let points = grade.points.map { "  \($0.state.rawValue): \(printable($0.text))" }
        return ([head] + points).joined(separator: "\n")
    }

    /// A stranger's text without what a terminal might obey.
    private func printable(_ text: String) -> String {
        StyledText(text).plain
    }
}
