import Foundation
import StudyCore
import StudyTerminal

/// An answer in the learner's own words before it is given: kept from one time to the next, or written in
/// an editor.
struct BegunAnswer {
    let desk: Desk
    let question: Question

    /// What was begun before; empty when nothing was.
    var text: String { desk.drafts.text(for: question.card) }

    /// Keeps what was begun, for when the card is asked again.
    func keep(_ text: String) throws {
        try desk.drafts.keep(text, for: question.card)
    }

    /// Opens the learner's editor on the answer.
    ///
    /// - Parameter text: What there is of it.
    /// - Returns: What the editor left; nil when that is nothing, or the editor did not end well.
    /// - Throws: `DraftError` when there is no place to write it.
    func write(_ text: String) throws -> String? {
        let path = freePath
        do {
            try makePrivateFolder(containing: path)
            let note = question.plainPrompt.split(separator: "\n").joined(separator: " ")
                .replacing("--", with: "- -")
            try Data("\(text)\n\n<!-- \(note) -->\n".utf8)
                .write(to: URL(fileURLWithPath: path), options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        } catch {
            throw DraftError(path: path)
        }
        do {
            try Editor(desk: desk).edit(path)
        } catch {
            desk.terminal.writeWrapped(
                StyledText("\(error); the question is still open.", .warning))
            desk.terminal.writeWrapped("What you wrote is in \(path).")
            return nil
        }
        let data = (try? Data(contentsOf: URL(fileURLWithPath: path))) ?? Data()
        try? FileManager.default.removeItem(atPath: path)
        let written = Self.answer(in: String(decoding: data, as: UTF8.self))
        guard !written.isEmpty else {
            desk.terminal.writeWrapped("Nothing was written; the question is still open.")
            return nil
        }
        for line in written.split(separator: "\n", omittingEmptySubsequences: false) {
            desk.terminal.writeWrapped(StyledText(String(line)), first: "  ", rest: "  ")
        }
        return written
    }

    /// A file that is not there yet: one is left behind only when an editor did not end well.
    private var freePath: String {
        let names = ["answer.md"] + (2...99).map { "answer-\($0).md" }
        let paths = names.map { "\(desk.locations.data)/\($0)" }
        return paths.first { !FileManager.default.fileExists(atPath: $0) } ?? paths[0]
    }

    /// What an editor left, without the note that says what was asked.
    static func answer(in text: String) -> String {
        guard let start = text.range(of: "<!--", options: .backwards)?.lowerBound else {
            return text.trimmed
        }
        let end = text.range(of: "-->", options: .backwards)?.upperBound ?? start
        return (String(text[..<start]) + String(text[max(start, end)...])).trimmed
    }
}

extension Question {
    /// What is asked, as plain text.
    var plainPrompt: String {
        let topic = topic ?? ""
        return switch prompt {
        case .meaning: "What does \(topic) mean?"
        case .question(let prose): prose.plain
        case .fact(let beginning): "A key fact about \(topic): \(beginning) …"
        case .listFacts: "The key facts about \(topic)"
        case .nameTerm(let text), .fillGaps(let text), .chooseTerm(let text), .isTrue(let text, _):
            text
        case .chooseDefinition, .chooseFact, .match: topic
        case .tellApart(let texts): texts.joined(separator: " ")
        }
    }
}
