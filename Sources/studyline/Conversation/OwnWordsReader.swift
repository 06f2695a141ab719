import StudyCore
import StudyTerminal

/// Reads an answer in the learner's own words: a line, several, a paste, or what an editor leaves.
///
/// Whatever was begun is kept when the learner goes elsewhere, and stands in the line when the question
/// comes again.
struct OwnWordsReader<Next> {
    let reader: AnswerReader
    let handling: AnswerReader.Handling<Next>

    /// A list longer than this is no answer any more.
    private let mostLines = 50

    func read(_ question: Question) throws -> AnswerReader.Line<Next> {
        let begun = handling.begun.text
        if !begun.isEmpty, reader.terminal.isInteractive {
            reader.terminal.writeWrapped(
                StyledText("You had begun an answer; it is in the line.", .faint))
        }
        if case .list = question.response { return try lines(after: begun) }
        return try line(question.form == .flashcard ? .reveal : .written, begun: begun, after: [])
    }

    /// Lines until an empty one.
    private func lines(after begun: String) throws -> AnswerReader.Line<Next> {
        var lines: [String] = []
        var begun = begun
        while lines.count < mostLines {
            switch try line(.typed(lines.count + 1), begun: begun, after: lines) {
            case .text(""): return .text(lines.joined(separator: "\n"))
            case .text(let text):
                // What was begun, pasted or edited may be the whole list at once.
                lines += text.split(whereSeparator: \.isNewline).map(String.init)
            case .next(let next): return .next(next)
            }
            begun = ""
        }
        return .text(lines.joined(separator: "\n"))
    }

    /// One stretch of an answer; commands and the editor in between.
    ///
    /// - Parameters:
    ///   - waiting: What is being waited for.
    ///   - begun: What stands in the line already.
    ///   - lines: What was answered before it.
    /// - Returns: What was written, or where the learner went.
    /// - Throws: `Terminated`, once what was begun is kept.
    private func line(
        _ waiting: AnswerReader.Waiting, begun: String, after lines: [String]
    ) throws -> AnswerReader.Line<Next> {
        var begun = begun
        func keep(_ text: String) throws {
            try handling.begun.keep((lines + [text]).joined(separator: "\n").trimmed)
        }
        while true {
            let reply: AnswerReader.Reply
            do {
                reply = try reader.read(waiting, initial: begun)
            } catch let terminated as Terminated {
                try keep(reader.terminal.unfinishedLine)
                throw terminated
            }
            var command: ColonCommand?
            switch reply {
            case .text(let text):
                guard waiting.isGraded, let above = Self.above(edit: text) else {
                    return .text(text.trimmed)
                }
                begun = above
                command = .edit
            case .command(let typed): command = typed
            case .interrupt:
                try keep(reader.terminal.unfinishedLine)
                return .next(handling.interrupt())
            case .end:
                try keep(begun)
                return .next(handling.end())
            }
            switch command {
            case .edit? where waiting.isGraded:
                if let text = try handling.begun.write(begun) { return .text(text) }
            case let command?:
                if let next = try handling.command(command) {
                    try keep(begun)
                    return .next(next)
                }
            case nil: continue
            }
        }
    }

    /// What stands above a last line `:edit`; nil when the last line is another.
    static func above(edit text: String) -> String? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count > 1, let last = lines.last, last.hasPrefix(":"),
            ColonCommand(String(last)) == .edit
        else { return nil }
        return lines.dropLast().joined(separator: "\n")
    }
}
