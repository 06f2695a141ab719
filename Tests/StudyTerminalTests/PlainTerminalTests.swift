import StudyTerminal
import Testing

/// Runs a conversation with these lines and returns what came of it and what was written.
private func conversation<Event>(
    _ lines: [String], _ ask: (PlainTerminal) throws -> Event
) rethrows -> (event: Event, transcript: String) {
    var transcript = ""
    let terminal = PlainTerminal(lines: lines) { transcript += $0 }
    let event = try ask(terminal)
    return (event, transcript)
}

@Test(
    "An answer is written after its prompt",
    arguments: [
        (["an answer"], [], false, LineEvent.line("an answer"), "> an answer\n"),
        ([""], [], false, .line(""), "> \n"),
        ([], [], false, .end, "> \n"),
        (["3"], ["3"], false, .key("3"), "> 3\n"),
        (["30"], ["3"], false, .line("30"), "> 30\n"),
        (["one\\", "two"], [], false, .line("one\\"), "> one\\\n"),
        (["one\\", "two\\\\"], [], true, .line("one\ntwo\\\\"), "> one\\\ntwo\\\\\n"),
        (["one\\"], [], true, .line("one\n"), "> one\\\n\n"),
        (["\u{1B}[2J"], [], false, .line("\u{1B}[2J"), "> \n"),
    ] as [([String], Set<Character>, Bool, LineEvent, String)])
func line(
    lines: [String], keys: Set<Character>, allowsMultipleLines: Bool, event: LineEvent,
    transcript: String
) throws {
    let request = LineRequest(
        prompt: "> ", allowsMultipleLines: allowsMultipleLines, keys: keys)
    let result = try conversation(lines) { try $0.readLine(request) }
    #expect(result.event == event)
    #expect(result.transcript == transcript)
}

@Test(
    "A key is the first of a line, and is asked again until it counts",
    arguments: [
        (["2"], nil, KeyEvent.key("2"), "? 2\n"),
        ([""], nil, .key("\n"), "? \n"),
        (["yes"], ["y", "n"], .key("y"), "? yes\n"),
        (["9", "2"], ["1", "2"], .key("2"), "? 9\n? 2\n"),
        (["9"], ["1", "2"], .end, "? 9\n? \n"),
    ] as [([String], Set<Character>?, KeyEvent, String)])
func key(lines: [String], keys: Set<Character>?, event: KeyEvent, transcript: String) throws {
    let result = try conversation(lines) { try $0.readKey(KeyRequest(prompt: "? ", keys: keys)) }
    #expect(result.event == event)
    #expect(result.transcript == transcript)
}

@Test("Prose is wrapped at the window, at most 80 columns")
func prose() {
    var transcript = ""
    let terminal = PlainTerminal(lines: [], width: 20) { transcript += $0 }
    terminal.writeWrapped("Brands pay creators for posts.", first: "- ")
    #expect(transcript == "- Brands pay\n  creators for\n  posts.\n")
}
