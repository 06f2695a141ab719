import Foundation
import TerminalTesting
import Testing

extension PseudoTerminalTests {
    @Suite("Completion and history")
    struct CompletionTests {
        @Test("Tab completes, lists what is possible, and never falls back to file names")
        func completion() throws {
            let session = try ask()
            try session.send("MAC\t\r")
            try session.expect("got line <macro-influencer >")
            try session.expect("ask> ")
            try session.send("micro\t")
            try session.expectScreen([
                "ask> macro-influencer", "got line <macro-influencer > at 80", "ask> micro",
                "micro-influencer  micro-budget", "ask> micro-",
            ])
            try session.send("b\t\r")
            try session.expect("got line <micro-budget >")
            try session.send("日\t\r")
            try session.expect("got line <日本語 >")
            try session.send("/et\t\r")
            try session.expect("got line </et>")
        }

        @Test("Many possibilities are capped without a question")
        func manyCompletions() throws {
            let session = try ask()
            try session.send("many \t")
            try session.expect("proposal-59")
            try session.expect("and 140 more")
            try session.expect("ask> many proposal-")
            try session.send(controlC)
            try session.expect("got interrupt")
            #expect(!session.transcript.contains("proposal-60"))
        }

        @Test("Lines are remembered from session to session, several lines as one entry")
        func history() throws {
            let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: file) }
            let first = try ask("history=\(file.path)", "lines=many")
            try first.send("quiz due\r")
            try first.expect("got line <quiz due>")
            try first.send("\u{1B}[200~two\n#1 lines\u{1B}[201~\r")
            try first.expect("got line <two\\u{a}#1 lines>")
            try first.expect("ask> ")
            try leave(first)
            let second = try ask("history=\(file.path)", "lines=many")
            try second.send("\u{1B}[A\r")
            try second.expect("got line <two\\u{a}#1 lines>")
            try second.expect("ask> ")
            try second.send("\u{12}due")
            try second.expectScreen("the found line") {
                $0.currentLine.hasSuffix("`due': quiz due")
            }
            try second.send("\r")
            try second.expect("got line <quiz due>")
        }
    }
}
