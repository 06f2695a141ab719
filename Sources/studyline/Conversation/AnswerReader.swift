import FSRS
import StudyCore
import StudyTerminal

/// Reads answers, a line at a time, and the commands between them.
struct AnswerReader {
    let terminal: any Terminal

    /// What is being waited for.
    enum Waiting {
        /// A typed answer; a number when there are several blanks or points.
        case typed(Int?)
        /// The letter of an option.
        case choice(Question.Choice)
        /// Numbers with letters.
        case pairs
        /// Enter, to see the answer; what is typed before is kept.
        case reveal
        /// An answer in the learner's own words.
        case written
        /// A rating, Enter for the proposal if there is one; letters turn the marks of so many points.
        case rating(Rating?, points: Int = 0)
        /// Enter for the marks of so many points as they stand; letters turn them.
        case marks(points: Int)

        /// Whether a text in the learner's own words is waited for that is graded then.
        var isGraded: Bool {
            switch self {
            case .written, .typed: true
            default: false
            }
        }
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
    /// - Parameters:
    ///   - waiting: What is being waited for.
    ///   - initial: What stands in the line already.
    /// - Returns: What came.
    /// - Throws: `Terminated` on SIGTERM and SIGHUP; all answers are saved by then.
    func read(_ waiting: Waiting, initial: String = "") throws -> Reply {
        var request = request(for: waiting)
        request.initial = initial
        while true {
            switch try terminal.readLine(request) {
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

    // MARK: Whole answers

    /// How the reading of an answer ended.
    enum Taken<Next> {
        case given(GivenAnswer)
        /// A command or a key leads elsewhere.
        case next(Next)
    }

    /// What the conversation does with what is no answer.
    struct Handling<Next> {
        /// Does a command; nil when the question is still open.
        let command: (ColonCommand) throws -> Next?
        let interrupt: () -> Next
        let end: () -> Next
        /// Where an answer in the learner's own words is kept while it is not finished.
        let begun: BegunAnswer
    }

    /// Reads a whole answer to a question.
    func take<Next>(_ question: Question, _ handling: Handling<Next>) throws -> Taken<Next> {
        func line(_ waiting: Waiting) throws -> Line<Next> {
            while true {
                switch try read(waiting) {
                case .text(let text): return .text(text.trimmed)
                case .interrupt: return .next(handling.interrupt())
                case .end: return .next(handling.end())
                case .command(let command):
                    if let next = try handling.command(command) { return .next(next) }
                }
            }
        }
        switch question.response {
        case .judged, .written, .list:
            switch try OwnWordsReader(reader: self, handling: handling).read(question) {
            case .text(let text): return .given(.own(text))
            case .next(let next): return .next(next)
            }
        case .typed(let blanks):
            var texts: [String] = []
            for index in blanks.indices {
                switch try line(.typed(blanks.count > 1 ? index + 1 : nil)) {
                case .text(let text): texts.append(text)
                case .next(let next): return .next(next)
                }
            }
            return .given(.typed(texts))
        case .choice(let choice):
            while true {
                switch try line(.choice(choice)) {
                case .text(let text):
                    if let index = choice.index(of: text) { return .given(.chosen(index)) }
                    terminal.writeWrapped(StyledText(Self.help(for: choice)))
                case .next(let next): return .next(next)
                }
            }
        case .pairs(let pairs):
            while true {
                switch try line(.pairs) {
                case .text(let text):
                    do throws(Question.Pairs.Unreadable) {
                        return .given(.paired(try pairs.assignment(of: text)))
                    } catch {
                        terminal.writeWrapped(StyledText(Self.help(for: error, in: pairs)))
                    }
                case .next(let next): return .next(next)
                }
            }
        }
    }

    enum Line<Next> {
        case text(String)
        case next(Next)
    }

    /// The point whose letter was typed; nil when it is none.
    static func point(_ text: String, of count: Int) -> Int? {
        guard text.count == 1, let letter = text.lowercased().first else { return nil }
        return (0..<count).first { GradeView.letter($0) == letter }
    }

    private static func help(for choice: Question.Choice) -> String {
        choice.isTrueOrFalse
            ? "Type t for true or f for false; :skip leaves the question."
            : "Type a letter from A to \(Question.letter(choice.options.count - 1, capital: true)), or the beginning of an option; :skip leaves the question."
    }

    private static func help(
        for error: Question.Pairs.Unreadable, in pairs: Question.Pairs
    ) -> String {
        let example =
            "Type each number with its letter, such as 1\(Question.letter(pairs.terms.count - 1)) 2a."
        return switch error {
        case .noPair(""): example
        case .noPair(let text): "'\(text)' is no pair. \(example)"
        case .noTerm(let number): "There is no term \(number). \(example)"
        case .noDefinition(let letter): "There is no definition \(letter). \(example)"
        case .twice(let text): "'\(text)' uses a term or a definition a second time. \(example)"
        }
    }

    // MARK: Prompts

    private func request(for waiting: Waiting) -> LineRequest {
        let completion: Completer = { line, _, word in
            guard line.hasPrefix(":") else { return [] }
            return ColonCommand.allCases.map { ":\($0.rawValue)" }
                .filter { $0.hasPrefix(line) }
                .map { Completion(String($0.dropFirst(line.count - word.count))) }
        }
        func typed(_ prompt: String) -> LineRequest {
            LineRequest(
                prompt: StyledText(prompt, .prompt), completion: completion,
                allowsMultipleLines: true)
        }
        switch waiting {
        case .typed(nil): return typed("> ")
        case .typed(let number?): return typed("(\(number))> ")
        case .choice(let choice):
            let last = Question.letter(choice.options.count - 1, capital: true)
            return typed(choice.isTrueOrFalse ? "t or f> " : "A to \(last)> ")
        case .pairs: return typed("Pairs> ")
        case .reveal: return typed("Answer, or Enter to see it> ")
        case .written: return typed("Your answer> ")
        case .rating(let proposal, let points):
            let keys = proposal.map { "\($0.rawValue)" } ?? "1-4"
            return LineRequest(
                prompt: StyledText("How well did you know it? [\(keys)] ", .prompt),
                completion: completion,
                keys: letters(points).union(["1", "2", "3", "4"]))
        case .marks(let points):
            return LineRequest(
                prompt: StyledText("Are the marks right? [Enter] ", .prompt),
                completion: completion, keys: letters(points))
        }
    }

    private func letters(_ points: Int) -> Set<Character> {
        Set((0..<points).compactMap(GradeView.letter))
    }
}

extension Question.Choice {
    var isTrueOrFalse: Bool { options.map(\.text) == ["True", "False"] }
}

/// The process was told to end; everything is saved.
struct Terminated: Error {
    let signal: Int32
}
