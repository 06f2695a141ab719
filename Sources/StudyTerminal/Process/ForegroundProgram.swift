internal import CTerminal

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A program that has the terminal to itself until it ends: the pager, the editor.
package enum ForegroundProgram {
    /// Runs it and waits; Ctrl-C goes to it alone.
    ///
    /// - Parameters:
    ///   - arguments: The program, looked up in `PATH`, and its arguments. No shell is involved.
    ///   - environment: One `NAME=value` more for it.
    ///   - input: Its standard input, which it need not read to the end; nil leaves it ours.
    /// - Returns: Its exit status, or 128 + signal.
    /// - Throws: When it could not be started.
    package static func run(
        _ arguments: [String], environment: String? = nil, input: String? = nil
    ) throws(ForegroundProgramError) -> Int32 {
        var pointers = arguments.map { strdup($0) }
        defer { for pointer in pointers { free(pointer) } }
        pointers.append(nil)
        var status: Int32 = 0
        let failure: Int32
        if let input {
            // Ended by a zero that is not sent, for an empty array has no address.
            failure = terminal_run(
                pointers, environment, Array(input.utf8) + [0], input.utf8.count, &status)
        } else {
            failure = terminal_run(pointers, environment, nil, 0, &status)
        }
        guard failure == 0 else {
            throw ForegroundProgramError(program: arguments.first ?? "", code: failure)
        }
        let signal = status & 0x7F
        return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
    }

    /// The words of a command such as `$EDITOR` or `$PAGER`, as a shell would split it.
    ///
    /// Blanks separate, quotes and backslashes protect; nothing is expanded.
    package static func words(of command: String) -> [String] {
        var words: [String] = []
        var word: String?
        var quote: Character?
        var isEscaped = false
        for character in command {
            if isEscaped {
                word = (word ?? "") + String(character)
                isEscaped = false
            } else if character == "\\", quote != "'" {
                isEscaped = true
            } else if let open = quote {
                if character == open {
                    quote = nil
                } else {
                    word = (word ?? "") + String(character)
                }
            } else if character == "'" || character == "\"" {
                quote = character
                word = word ?? ""
            } else if character.isWhitespace {
                if let finished = word { words.append(finished) }
                word = nil
            } else {
                word = (word ?? "") + String(character)
            }
        }
        if let last = word { words.append(last) }
        return words
    }
}

/// A program could not be started.
package struct ForegroundProgramError: Error, Hashable, CustomStringConvertible {
    package let program: String
    /// An `errno`.
    package let code: Int32

    package var description: String { "cannot run \(program): \(systemMessage(code))" }
}
