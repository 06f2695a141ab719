/// How a line is asked for.
package struct LineRequest {
    package var prompt: StyledText
    /// What stands in the line already, to be changed.
    package var initial: String
    /// What Tab offers; nil offers nothing.
    package var completion: Completer?
    /// Whether the line is remembered for ↑ and Ctrl-R, as commands are and answers are not.
    package var history: Bool
    /// Whether Alt-Enter, or a `\` at the end of the line and Enter, begins another line of the same answer.
    ///
    /// A paste of several lines arrives as one answer in any case.
    package var allowsMultipleLines: Bool
    /// ASCII keys that answer at once, as ``LineEvent/key(_:)``, while the line is empty.
    package var keys: Set<Character>

    package init(
        prompt: StyledText, initial: String = "", completion: Completer? = nil,
        history: Bool = false, allowsMultipleLines: Bool = false, keys: Set<Character> = []
    ) {
        self.prompt = prompt
        self.initial = initial
        self.completion = completion
        self.history = history
        self.allowsMultipleLines = allowsMultipleLines
        self.keys = keys
    }
}

/// What came of a ``LineRequest``.
package enum LineEvent: Hashable, Sendable {
    /// Without the line feed at its end. May hold line feeds and, from a person's keyboard or a script,
    /// any other character.
    case line(String)
    /// One of the request's keys.
    case key(Character)
    /// Ctrl-C.
    case interrupt
    /// Ctrl-D on an empty line, or the end of the input.
    case end
    /// SIGTERM or SIGHUP: save, then ``Signals/end(by:)``.
    case terminated(signal: Int32)
}

/// How a key is asked for.
package struct KeyRequest {
    package var prompt: StyledText
    /// The keys that count, while others are passed over; nil takes any.
    ///
    /// Enter is `"\n"`, Escape `"\u{1B}"`.
    package var keys: Set<Character>?

    package init(prompt: StyledText, keys: Set<Character>? = nil) {
        self.prompt = prompt
        self.keys = keys
    }
}

/// What came of a ``KeyRequest``.
package enum KeyEvent: Hashable, Sendable {
    case key(Character)
    /// Ctrl-C.
    case interrupt
    /// Ctrl-D, or the end of the input.
    case end
    /// SIGTERM or SIGHUP: save, then ``Signals/end(by:)``.
    case terminated(signal: Int32)
}

/// Proposes what the word at the cursor may become.
///
/// - Parameters:
///   - line: The text before the cursor.
///   - wordStart: Where in `line` the word begins.
///   - word: The word as far as it is typed.
package typealias Completer = (_ line: String, _ wordStart: String.Index, _ word: String) ->
    [Completion]

/// One proposal.
package struct Completion: Hashable, Sendable {
    /// Replaces the word.
    package var text: String
    /// Shown in the list of proposals.
    package var display: String
    /// Follows the text when it was the only proposal; nil when the word goes on.
    package var suffix: Character?

    package init(_ text: String, display: String? = nil, suffix: Character? = " ") {
        self.text = text
        self.display = display ?? text
        self.suffix = suffix
    }
}
