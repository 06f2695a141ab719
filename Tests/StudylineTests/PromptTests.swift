import Foundation
import TerminalTesting
import Testing

extension OnTerminal {
    @Suite("The prompt")
    struct PromptTests {
        @Test(
            "Tab completes commands, scopes, options and settings",
            arguments: [
                ("prog\t", "progress "), ("read spr\t", "read spring-tide "),
                ("quiz oceano\t", "quiz oceanography "), ("progress curr\t", "progress currents "),
                ("quiz --min\t", "quiz --minutes "), ("quiz --form cl\t", "quiz --form cloze "),
                ("config roll\t", "config rollover "), ("help bac\t", "help backup "),
                ("completions z\t", "completions zsh "), ("quiz wea\t", "quiz weak "),
            ])
        func completion(typed: String, whole: String) throws {
            let session = try Workplace().start()
            try session.expect(prompt)
            try session.send(typed)
            try session.expectScreen("the line completed") {
                $0.currentLine + " " == prompt + whole
            }
        }

        @Test("Tab completes commands in a question")
        func colonCompletion() throws {
            let session = try Workplace().start(["quiz", "--form", "flashcard"])
            try session.expect("> ")
            try session.send(":hi\t")
            try session.expect(":hint")
            try session.send("\r")
            try session.expect("Hint: ")
        }

        @Test("A word that is no command, and a name that is no guide, bring the nearest one")
        func didYouMean() throws {
            let session = try Workplace().start()
            try session.expect(prompt)
            try session.send("qiuz\r")
            try session.expect("There is no command 'qiuz'. Did you mean 'quiz'?")
            try session.expect(prompt)
            try session.send("quiz neep tide\r")
            try session.expect("Did you mean 'neap-tide'")
            try session.expect(prompt)
            try session.leave()
        }

        @Test("Lines of the prompt are there in the next session; answers are not among them")
        func history() throws {
            let workplace = try Workplace()
            let first = try workplace.start()
            try first.expect(prompt)
            try first.send("guides tides\r")
            try first.expect("Neap tide")
            try first.expect(prompt)
            try first.send("quiz --form flashcard --limit 1\r")
            try first.answer(1, "a secret answer")
            try first.expect(prompt)
            try first.leave()
            let lines = try String(contentsOf: workplace.file("data/lines"), encoding: .utf8)
            #expect(!lines.contains("secret"))
            let second = try workplace.start()
            try second.expect(prompt)
            try second.send("\u{1B}[A")
            try second.expectScreen("the newest line") {
                $0.currentLine == prompt + "quiz --form flashcard --limit 1"
            }
            try second.send("\u{1B}[A")
            try second.expectScreen("the line before") {
                $0.currentLine == prompt + "guides tides"
            }
            try second.send("\r")
            try second.expect("Neap tide")
            try second.expect(prompt)
            try second.leave()
        }

        @Test("Data, settings and lines are the learner's alone")
        func permissions() throws {
            let workplace = try Workplace()
            let session = try workplace.start()
            try session.expect(prompt)
            try session.send("config retention 0.9\r")
            try session.expect("retention is now")
            try session.expect(prompt)
            try session.leave()
            let manager = FileManager.default
            func mode(_ path: String) throws -> Int? {
                try manager.attributesOfItem(atPath: workplace.file(path).path)[.posixPermissions]
                    as? Int
            }
            #expect(try mode("data") == 0o700)
            for name in try manager.subpathsOfDirectory(atPath: workplace.file("data").path) {
                let isFolder = name == "backups"
                #expect(try mode("data/" + name) == (isFolder ? 0o700 : 0o600), "\(name)")
            }
        }

        @Test("A guide longer than the window goes through the pager, and plain to a pipe")
        func paging() throws {
            let workplace = try Workplace()
            try workplace.write("#!/bin/sh\necho paged\nexec cat\n", to: "pager")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: workplace.file("pager").path)
            let pager = ["PAGER": workplace.file("pager").path]
            let long = try workplace.start(
                ["read", "tidal-range"], environment: pager, rows: 10)
            try long.expect("paged")
            try long.expect("Tidal range")
            #expect(try long.waitForEnd() == .exited(0))
            let short = try workplace.start(["read", "gulf-stream"], environment: pager, rows: 40)
            try short.expect("Gulf Stream")
            #expect(try short.waitForEnd() == .exited(0))
            #expect(!short.transcript.contains("paged"))
            let piped = try workplace.run(["read", "tidal-range"], environment: pager)
            #expect(!piped.output.contains("paged"))
        }

        @Test("Ctrl-C at a command that waits ends it with status 130")
        func interrupted() throws {
            let session = try TerminalSession(
                "/bin/bash", ["--norc", "--noprofile", "-i"],
                environment: try Workplace().environment(["PS1": "shell$ "]))
            try session.expect("shell$ ")
            try session.send("studyline memory\n")
            try session.expect("studyline memory")
            try session.send("{\"id\":\"seen\",\"reviews\":[]}\n")
            try session.expect("History seen")
            try session.send(controlC)
            try session.expect("shell$ ")
            try session.send("echo status $?\n")
            try session.expect("status 130")
            try session.send("exit\n")
            #expect(try session.waitForEnd() == .exited(0))
        }

        @Test(
            "Colours on a terminal; none on a dumb one and with NO_COLOR",
            arguments: ["", "TERM", "NO_COLOR"])
        func plain(variable: String) throws {
            let session = try Workplace().start(
                environment: variable == "NO_COLOR"
                    ? [:] : ["NO_COLOR": "", "TERM": variable == "TERM" ? "dumb" : "xterm"])
            try session.expect(prompt)
            try session.send("read gulf-stream\r")
            try session.expect("Straits of Florida")
            try session.expect(prompt)
            try session.leave()
            #expect(session.transcript.contains("\u{1B}[1m") == variable.isEmpty)
            if variable == "TERM" { #expect(!session.transcript.contains("\u{1B}")) }
        }
    }
}
