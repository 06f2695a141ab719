import Foundation
import TerminalTesting
import Testing

extension PseudoTerminalTests {
    @Suite("Leaving and coming back")
    struct LeavingTests {
        @Test(
            "Ctrl-C leaves the line, empty or not, and the next prompt works",
            arguments: ["", "half a li"])
        func interrupt(typed: String) throws {
            let session = try ask()
            try session.send(typed)
            // Sent at once, the Ctrl-C would make the kernel forget what was typed before it.
            if !typed.isEmpty { try session.expect(typed) }
            try session.send(controlC)
            try session.expect("got interrupt")
            try session.expect("ask> ")
            try session.send("whole\r")
            try session.expect("got line <whole>")
            try session.expect("ask> ")
            try leave(session)
            #expect(session.screen.lines.first == "ask> \(typed)^C")
        }

        @Test(
            "Ctrl-C leaves every state of the editor",
            arguments: [("\u{12}", "reverse-i-search"), ("\u{1B}5", "(arg: 5)"), ("\u{16}", "")])
        func interruptInside(keys: String, shown: String) throws {
            let session = try ask()
            try session.send(keys)
            if !shown.isEmpty { try session.expect(shown) }
            try session.send(controlC)
            if shown.isEmpty {
                // Quoted-insert makes no sound; the character after it may be the Ctrl-C itself.
                try session.send(controlC)
            }
            try session.expect("got interrupt")
            try session.send("\u{15}whole\r")
            try session.expect("got line <whole>")
        }

        @Test("A burst of Ctrl-C does no harm")
        func burst() throws {
            let session = try ask()
            for _ in 0..<60 { try session.send(controlC) }
            try session.expect("got interrupt")
            try session.send("\u{15}whole\r")
            try session.expect("got line <whole>")
        }

        @Test("A key and Ctrl-C in one breath never leave it waiting", arguments: ["line", "key"])
        func interruptRace(mode: String) throws {
            let session = try ask("mode=\(mode)", "keys=!")
            for _ in 0..<200 {
                try session.send("x" + controlC)
                try session.expect("got interrupt")
                try session.expect("ask> ")
            }
        }

        @Test("Ctrl-D deletes in a line and leaves on an empty one")
        func end() throws {
            let session = try ask()
            try session.send("abc\u{1}\(controlD)\r")
            try session.expect("got line <bc>")
            try session.expect("ask> ")
            try leave(session)
        }

        @Test(
            "SIGTERM and SIGHUP save, give the terminal back and are what ends the program",
            arguments: [SIGTERM, SIGHUP])
        func termination(signal: Int32) throws {
            for mode in ["line", "key"] {
                let saved = FileManager.default.temporaryDirectory.appending(
                    path: UUID().uuidString)
                defer { try? FileManager.default.removeItem(at: saved) }
                let session = try ask("mode=\(mode)", "saved=\(saved.path)")
                if mode == "line" {
                    try session.send("half")
                    try session.expect("half")
                }
                try session.expectRaw()
                session.signal(signal)
                #expect(try session.waitForEnd() == .killed(by: signal))
                #expect(try String(contentsOf: saved, encoding: .utf8) == "saved")
                try session.expectCookedAfterEnd()
            }
        }

        @Test("A window that is closed is a hang-up", arguments: ["line", "key"])
        func hangUp(mode: String) throws {
            let saved = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: saved) }
            let session = try ask("mode=\(mode)", "saved=\(saved.path)")
            session.hangUp()
            #expect(try session.waitForEnd() == .killed(by: SIGHUP))
            #expect(try String(contentsOf: saved, encoding: .utf8) == "saved")
        }

        @Test(
            "After Ctrl-Z and fg prompt and line are there again",
            arguments: ["/bin/bash", "/bin/dash"])
        func suspend(shell: String) throws {
            guard FileManager.default.isExecutableFile(atPath: shell) else { return }
            let session = try TerminalSession(
                shell, shell.hasSuffix("bash") ? ["--norc", "--noprofile", "-i"] : ["-i"],
                environment: ["PS1": "shell$ ", "ENV": ""])
            try session.expect("shell$ ")
            try session.send("\(probe)\n")
            try session.expect("ask> ")
            try session.send("half")
            try session.expect("half")
            try session.send(controlZ)
            try session.expect("shell$ ")
            try session.send("fg\n")
            try session.expect("ask> half")
            try session.send(" done\r")
            try session.expect("got line <half done>")
            try session.expect("ask> ")
            try session.send(controlD)
            try session.expect("got end")
            try session.expect("shell$ ")
            try session.send("exit\n")
            #expect(try session.waitForEnd() == .exited(0))
        }

        @Test("Stopped and continued by somebody else, it takes the terminal again")
        func stoppedByOthers() throws {
            let session = try ask()
            try session.send("half")
            try session.expect("half")
            session.signal(SIGSTOP)
            session.signal(SIGCONT)
            try session.expect("ask> half")
            try session.send(" done\r")
            try session.expect("got line <half done>")
        }

        @Test("A crash gives the terminal back")
        func crash() throws {
            let session = try ask("mode=crash", "keys=!")
            try session.expectRaw()
            try session.send("\r")
            #expect(try session.waitForEnd() == .killed(by: SIGABRT))
            try session.expectCookedAfterEnd()
        }

        @Test("Ctrl-C is seen by long work, and the next question starts afresh")
        func interruption() throws {
            let session = try ask("mode=work", prompt: "working")
            try session.send(controlC)
            try session.expect("stopped true")
            try session.expect("ask> ")
            try leave(session)
        }
    }
}
