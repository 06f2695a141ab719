import FSRS
import StudyCore
import StudyTerminal

extension QuizConversation {
    /// What is being waited for.
    enum Waiting {
        /// A typed answer.
        case typed
        /// Enter, to see the answer; what is typed before is kept.
        case reveal
        /// A rating, Enter for the suggestion.
        case rating(Rating)
    }

    /// What came.
    enum Reply: Equatable {
        case text(String)
        case command(ColonCommand)
        case interrupt
        case end
    }

    /// Reads until something comes that means something.
    ///
    /// - Parameter waiting: What is being waited for.
    /// - Returns: What came.
    /// - Throws: `Terminated` on SIGTERM and SIGHUP; all answers are saved by then.
    func read(_ waiting: Waiting) throws -> Reply {
        while true {
            switch try terminal.readLine(request(for: waiting)) {
            case .line(let line):
                guard line.hasPrefix(":") else { return .text(line) }
                if let command = ColonCommand(line) { return .command(command) }
                terminal.writeWrapped(StyledText(ColonCommand.advice(line)))
            case .key(let key): return .text(String(key))
            case .interrupt: return .interrupt
            case .end:
                terminal.writeLine()
                return .end
            case .terminated(let signal): throw Terminated(signal: signal)
            }
        }
    }

    private func request(for waiting: Waiting) -> LineRequest {
        let completion: Completer = { line, _, word in
            guard line.hasPrefix(":") else { return [] }
            return ColonCommand.allCases.map { ":\($0.rawValue)" }
                .filter { $0.hasPrefix(line) }
                .map { Completion(String($0.dropFirst(line.count - word.count))) }
        }
        switch waiting {
        case .typed:
            return LineRequest(
                prompt: StyledText("> ", .prompt), completion: completion, allowsMultipleLines: true
            )
        case .reveal:
            return LineRequest(
                prompt: StyledText("Answer, or Enter to see it> ", .prompt), completion: completion,
                allowsMultipleLines: true)
        case .rating(let suggestion):
            return LineRequest(
                prompt: StyledText("How well did you know it? [\(suggestion.rawValue)] ", .prompt),
                completion: completion, keys: ["1", "2", "3", "4"])
        }
    }
}

/// The process was told to end; everything is saved.
struct Terminated: Error {
    let signal: Int32
}
