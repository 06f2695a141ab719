/// Text that may be longer than the window.
package enum Pager {
    /// Shows text, as it is, a window at a time when a person reads and it does not fit; else writes it.
    ///
    /// The program is `$PAGER`, or `less`. A learner who leaves it early has seen enough: that is no error.
    package static func show(verbatim text: String, on terminal: any Terminal) {
        let rows = text.utf8.count { $0 == UInt8(ascii: "\n") }
        guard StandardStreams.outputIsTerminal, rows >= terminal.height,
            let command = command(environment: environment),
            // 127 is how a missing program looks where starting it is not what fails.
            let status = try? ForegroundProgram.run(
                command, environment: environment("LESS") == nil ? "LESS=FRX" : nil, input: text),
            status != 127
        else {
            terminal.write(verbatim: text)
            return
        }
    }

    /// The same for styled lines, which are wrapped already.
    package static func show(_ lines: [StyledText], on terminal: any Terminal) {
        show(verbatim: lines.map { terminal.style.render($0) + "\n" }.joined(), on: terminal)
    }

    /// The program and its arguments; nil when text is to be written as it is: with an empty `PAGER`, with
    /// `cat`, and on a terminal that cannot move its cursor.
    static func command(environment: (_ name: String) -> String?) -> [String]? {
        guard let term = environment("TERM"), !term.isEmpty, term != "dumb" else { return nil }
        let words = ForegroundProgram.words(of: environment("PAGER") ?? "less -R")
        return words.isEmpty || words == ["cat"] ? nil : words
    }
}
