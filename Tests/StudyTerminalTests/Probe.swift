import Foundation
import TerminalTesting
import Testing

/// Real programs on real pseudo-terminals, one at a time.
@Suite("On a terminal", .serialized)
struct PseudoTerminalTests {}

let probe = productsFolder + "/TerminalProbe"
let controlC = "\u{3}"
let controlD = "\u{4}"
let controlZ = "\u{1A}"

/// Starts the probe and waits for its prompt.
func ask(
    _ options: String..., environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
    prompt: String = "ask> "
) throws -> TerminalSession {
    let session = try TerminalSession(
        probe, options, environment: environment, columns: columns, rows: rows)
    try session.expect(prompt)
    return session
}

/// Leaves with Ctrl-D and looks whether all is as it was.
func leave(_ session: TerminalSession) throws {
    try session.send(controlD)
    try session.expect("got end")
    try session.expectCooked()
    #expect(try session.waitForEnd() == .exited(0))
}
