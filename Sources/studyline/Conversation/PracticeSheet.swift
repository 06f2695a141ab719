import FSRS
import Foundation
import StudyCore
import StudyStore

/// A practice test on paper, in Markdown: the questions, and apart from them the key.
struct PracticeSheet {
    let title: String
    let questions: [PracticeMaker.Made]

    /// The questions with room for the answers.
    var sheet: String {
        var text = "# \(title)\n\nName: ____________________  Date: ____________________\n"
        for (index, made) in questions.enumerated() {
            text += "\n\(index + 1). \(Self.prompt(of: made.question))\n"
            text += Self.room(for: made.question)
        }
        return text
    }

    /// What is right, with the guide it stands in.
    var key: String {
        var text = "# \(title): key\n\n"
        for (index, made) in questions.enumerated() {
            text += "\(index + 1). \(Self.answer(to: made.question)) (\(made.guide.term))\n"
        }
        return text
    }

    private static func prompt(of question: Question) -> String {
        let topic = question.topic ?? ""
        let text: String =
            switch question.prompt {
            case .meaning: "What does *\(topic)* mean?"
            case .nameTerm(let text): "\(text) Which term is this?"
            case .fillGaps(let text): "\(topic): \(text)"
            case .question(let prose): prose.plain
            case .fact(let beginning): "\(topic): go on. \(beginning) …"
            case .chooseTerm(let text): "\(text) Which term is this?"
            case .chooseDefinition: "What does *\(topic)* mean?"
            case .chooseFact: "Which of these is a key fact about *\(topic)*?"
            case .isTrue(let text, true): "\(text) Does *\(topic)* mean this?"
            case .isTrue(let text, false): "\(text) Is this true of *\(topic)*?"
            case .match: "Which definition belongs to which term?"
            case .listFacts: "Tell the key facts about *\(topic)*."
            case .tellApart(let texts):
                texts.enumerated().map { "(\($0 + 1)) \($1)" }.joined(separator: " ")
                    + " Which terms are they?"
            }
        return escaped(text.replacing("\n", with: " "))
    }

    /// Blanks are lines of underscores, which Markdown would take for emphasis.
    private static func escaped(_ text: String) -> String {
        text.replacing(Question.blank, with: String(repeating: "\\_", count: 10))
    }

    private static func room(for question: Question) -> String {
        switch question.response {
        case .choice(let choice) where choice.isTrueOrFalse: "\n   - [ ] True\n   - [ ] False\n"
        case .choice(let choice):
            "\n"
                + choice.options.enumerated().map { index, option in
                    "   - [ ] \(Question.letter(index, capital: true)). \(escaped(option.text))\n"
                }.joined()
        case .pairs(let pairs):
            "\n"
                + pairs.terms.enumerated().map { "   - \($0 + 1): \($1) \\_\\_\\_\\_\n" }.joined()
                + "\n"
                + pairs.definitions.enumerated().map {
                    "   - \(Question.letter($0)): \(escaped($1))\n"
                }.joined()
        case .written, .list:
            String(repeating: "\n   " + String(repeating: "\\_", count: 60) + "\n", count: 5)
        case .typed, .judged:
            "\n   Answer: " + String(repeating: "\\_", count: 30) + "\n"
        }
    }

    private static func answer(to question: Question) -> String {
        switch question.response {
        case .typed(let blanks): blanks.compactMap(\.accepted.first).joined(separator: "; ")
        case .choice(let choice) where choice.isTrueOrFalse: choice.options[choice.right].text
        case .choice(let choice):
            "\(Question.letter(choice.right, capital: true)). \(escaped(choice.options[choice.right].text))"
        case .pairs, .judged, .written, .list: question.answer.plain
        }
    }
}

extension PracticeSheet {
    /// Draws a test and writes sheet and key; the key's file is named like the sheet's, with *-key*.
    ///
    /// - Returns: The two files.
    static func write(_ request: PracticeRequest, to path: String, at desk: Desk) throws -> [String]
    {
        let maker = PracticeMaker(desk: desk)
        let seed = desk.generator.next()
        let slots = try maker.slots(in: request.scope, questions: request.questions, seed: seed)
        let test = PracticeTest(
            start: desk.now().milliseconds, scope: request.scope.name, seed: seed, minutes: nil,
            feedback: false, seconds: 0, slots: slots)
        let questions = try slots.compactMap { try maker.made($0, of: test) }
        let sheet = PracticeSheet(
            title: "Practice test\(request.scope.name.map { ": \($0)" } ?? "")",
            questions: questions)
        let url = URL(fileURLWithPath: expandingHome(path))
        let kind = url.pathExtension.isEmpty ? "md" : url.pathExtension
        let stem = url.deletingPathExtension()
        let files = [
            (stem.appendingPathExtension(kind), sheet.sheet),
            (
                stem.deletingLastPathComponent()
                    .appending(path: stem.lastPathComponent + "-key.\(kind)"), sheet.key
            ),
        ]
        for (file, _) in files where FileManager.default.fileExists(atPath: file.path) {
            throw PracticeFileError.exists(path: file.path)
        }
        for (file, text) in files {
            do {
                try Data(text.utf8).write(to: file, options: .withoutOverwriting)
            } catch {
                throw PracticeFileError.unwritable(path: file.path)
            }
        }
        return files.map { $0.0.lastPathComponent }
    }
}
