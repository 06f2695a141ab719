import TerminalTesting
import Testing

/// The program on a pseudo-terminal, one session at a time.
@Suite("At the terminal", .serialized)
struct OnTerminal {}

let controlC = "\u{3}"
let controlD = "\u{4}"
let controlZ = "\u{1A}"
let prompt = "studyline> "
let rating = "How well did you know it? ["

extension TerminalSession {
    /// Leaves from the prompt and looks whether the terminal is as it was.
    func leave() throws {
        try send(controlD)
        try expectCooked()
        #expect(try waitForEnd() == .exited(0))
    }

    /// Answers the question with this number, and waits for nothing after the rating.
    func answer(_ number: Int, _ text: String, rate key: String = "4") throws {
        try expect("Question \(number),")
        try expect("> ")
        try send(text + "\r")
        try expect(rating)
        try send(key)
    }
}
