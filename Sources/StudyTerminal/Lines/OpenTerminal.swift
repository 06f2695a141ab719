/// The terminal for this process: readline when a person types and reads, plain lines else.
///
/// With only one end at a window (`studyline < answers`, `studyline | tee log`) lines are plain, what the
/// kernel echoes already is not written twice, and colours follow the end that is written to.
package func openTerminal(
    choice: ColorChoice = .auto, history: LineHistory? = nil
) -> any Terminal {
    StandardStreams.openMissing()
    let input = StandardStreams.inputIsTerminal
    let output = StandardStreams.outputIsTerminal
    let style = Style(choice: choice, isTerminal: output, environment: environment)
    if input && output { return ReadlineTerminal(style: style, history: history) }
    Signals.install()
    let lines = StandardInput()
    return PlainTerminal(
        window: { WindowSize.current }, style: style, echoes: !input,
        nextLine: { () throws(TerminalError) -> LineEvent in try lines.nextLine() },
        sink: { text in
            // A full disk behind a pipe must not end the conversation: answers are saved elsewhere.
            try? StandardStreams.writeOutput(verbatim: text)
        })
}
