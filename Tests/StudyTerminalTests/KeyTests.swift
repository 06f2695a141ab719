import TerminalTesting
import Testing

extension PseudoTerminalTests {
    @Suite("A question for a key")
    struct KeyTests {
        @Test(
            "A key without Enter",
            arguments: [("4", "4"), ("\r", "\\u{a}"), ("é", "é"), ("\u{1B}", "\\u{1b}")])
        func key(typed: String, got: String) throws {
            let session = try ask("mode=key")
            try session.send(typed)
            try session.expect("got key <\(got)>")
            try session.expect("ask> ")
            try session.send(controlC)
            try session.expect("got interrupt")
            try session.expect("ask> ")
            try leave(session)
        }

        @Test("Keys that do not count are passed over, arrows too")
        func otherKeys() throws {
            let session = try ask("mode=key", "keys=yn")
            try session.send("x\u{1B}[A\u{1B}OBz日y")
            try session.expect("got key <y>")
            #expect(session.screen.lines.first == "ask> y")
        }

        @Test("After Ctrl-Z and fg a question for a key is there again")
        func suspendKey() throws {
            let session = try TerminalSession(
                "/bin/sh", ["-i"], environment: ["PS1": "shell$ ", "ENV": ""])
            try session.expect("shell$ ")
            try session.send("\(probe) mode=key\n")
            try session.expect("ask> ")
            try session.expectRaw()
            try session.send(controlZ)
            try session.expect("shell$ ")
            try session.send("fg\n")
            try session.expect("ask> ")
            try session.send("4")
            try session.expect("got key <4>")
        }
    }
}
