import Foundation
import TerminalTesting
import Testing

extension PseudoTerminalTests {
    @Suite("Without a person")
    struct PipeTests {
        @Test(
            "Each combination of pipe and terminal reads and writes plain lines",
            arguments: [
                (
                    "printf 'one\\ntwo' | PROBE | cat", "",
                    "ask> one\r\ngot line <one> at 80\r\nask> two\r\n"
                ),
                (
                    "printf 'one\\ntwo' | PROBE", "",
                    "ask> one\r\ngot line <one> at 60\r\nask> two\r\n"
                ),
                ("PROBE | cat", "one\ntwo\n\u{4}", "got line <one> at 80\r\nask> "),
                ("PROBE < /dev/null", "", "ask> \r\n"),
                ("PROBE <&-", "", "ask> \r\n"),
            ])
        func combinations(command: String, typed: String, expected: String) throws {
            let session = try TerminalSession(
                "/bin/sh", ["-c", command.replacing("PROBE", with: probe)], columns: 60)
            try session.send(typed)
            try session.expect(expected)
            try session.expect("got end")
            #expect(try session.waitForEnd() == .exited(0))
            #expect(!session.transcript.contains("\u{1B}"))
        }

        @Test("Signals end a question that waits for a pipe", arguments: [SIGTERM, SIGHUP, SIGINT])
        func signals(signal: Int32) throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let session = try TerminalSession(
                "/bin/sh",
                ["-c", "cd \(folder.path); mkfifo pipe; exec \(probe) saved=saved <>pipe"])
            try session.expect("ask> ")
            session.signal(signal)
            if signal == SIGINT {
                try session.expect("got interrupt")
            } else {
                #expect(try session.waitForEnd() == .killed(by: signal))
                let saved = try String(contentsOf: folder.appending(path: "saved"), encoding: .utf8)
                #expect(saved == "saved")
            }
        }

        @Test("A reader that leaves early ends the program quietly")
        func brokenPipe() throws {
            let session = try TerminalSession(
                "/bin/sh", ["-c", "\(probe) mode=page </dev/null | head -1; echo end"])
            try session.expect("row 1\r\nend")
            #expect(try session.waitForEnd() == .exited(0))
        }
    }
}
