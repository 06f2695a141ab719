import Foundation
import StudyTerminal
import TerminalTesting
import Testing

private let probe = productsFolder + "/TerminalProbe"
private let controlC = "\u{3}"
private let controlD = "\u{4}"
private let controlZ = "\u{1A}"

/// Starts the probe and waits for its prompt.
private func ask(
    _ options: String..., environment: [String: String] = [:], columns: Int = 80, rows: Int = 24,
    prompt: String = "ask> "
) throws -> TerminalSession {
    let session = try TerminalSession(
        probe, options, environment: environment, columns: columns, rows: rows)
    try session.expect(prompt)
    return session
}

/// Leaves with Ctrl-D and looks whether all is as it was.
private func leave(_ session: TerminalSession) throws {
    try session.send(controlD)
    try session.expect("got end")
    try session.expectCooked()
    #expect(try session.waitForEnd() == .exited(0))
}

/// What a person can do at a prompt, on a real pseudo-terminal.
@Suite("A person at a terminal", .serialized)
struct ReadlineTerminalTests {
    @Test("A line comes with Enter")
    func line() throws {
        let session = try ask()
        try session.send("an answer\r")
        try session.expect("got line <an answer>")
        try session.expect("ask> ")
        try leave(session)
        #expect(
            session.screen.lines == [
                "ask> an answer", "got line <an answer> at 80", "ask>", "got end",
            ])
    }

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

    @Test("Ctrl-D deletes in a line and leaves on an empty one")
    func end() throws {
        let session = try ask()
        try session.send("abc\u{1}\(controlD)\r")
        try session.expect("got line <bc>")
        try session.expect("ask> ")
        try leave(session)
    }

    @Test("A resize is known at once and the line is drawn anew")
    func resize() throws {
        let session = try ask(columns: 80)
        try session.send("a line that needs more than one row of a narrow window")
        try session.expect("narrow window")
        session.resize(columns: 40, rows: 24)
        try session.expect("a line that needs")
        try session.send("\r")
        try session.expect("narrow window> at 40")
        session.resize(columns: 100, rows: 30)
        try session.send("wide\r")
        try session.expect("got line <wide> at 100")
    }

    @Test(
        "SIGTERM and SIGHUP save, give the terminal back and are what ends the program",
        arguments: [SIGTERM, SIGHUP])
    func termination(signal: Int32) throws {
        for mode in ["line", "key"] {
            let saved = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
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

    @Test("Lines that are pasted together are one answer")
    func paste() throws {
        let session = try ask("lines=many")
        try session.send("\u{1B}[200~one\ntwo\tthree\n\u{1B}[201~")
        try session.send("\r")
        try session.expect("got line <one\\u{a}two\\u{9}three\\u{a}>")
    }

    @Test("A paste of ten thousand characters loses none", arguments: [true, false])
    func longPaste(isBracketed: Bool) throws {
        let session = try ask()
        let text = (0..<1_000).map { "word \($0 % 10) é " }.joined()
        let sum = text.unicodeScalars.reduce(0) { ($0 &* 31 &+ Int($1.value)) & 0xFFFFFF }
        try session.send(isBracketed ? "\u{1B}[200~\(text)\u{1B}[201~" : text)
        try session.send("\r")
        try session.expect("got line <\(text.count) characters, sum \(sum)>")
    }

    @Test("What is typed ahead is not lost")
    func typeAhead() throws {
        let session = try TerminalSession(probe)
        try session.send("one\rtwo\rthree\r")
        try session.expect("got line <one>")
        try session.expect("got line <two>")
        try session.expect("got line <three>")
    }

    @Test("Letters beyond ASCII are edited whole", arguments: ["C.UTF-8", "C", ""])
    func utf8(locale: String) throws {
        let session = try ask(environment: ["LANG": "", "LC_ALL": locale])
        try session.send("日本語é\u{7F}\u{7F}本\u{1}\u{1B}[Cx\r")
        try session.expect("got line <日x本本>")
    }

    @Test("~/.inputrc speaks of Studyline and may choose vi")
    func vi() throws {
        let inputrc = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: inputrc) }
        try """
        $if Studyline
        set editing-mode vi
        set keyseq-timeout 50
        $endif
        $if Other
        set editing-mode emacs
        $endif

        """.write(to: inputrc, atomically: true, encoding: .utf8)
        let session = try ask("lines=many", "keys=34", environment: ["INPUTRC": inputrc.path])
        try session.send("abc")
        try session.expect("abc")
        try session.send("\u{1B}")
        try session.send("0")
        try session.expectScreen("the cursor at the start") { $0.column == 5 }
        try session.send("xi>\r")
        try session.expect("got line <>bc>")
        try session.expect("ask> ")
        try session.send("3")
        try session.expect("got instant <3>")
        try session.expect("ask> ")
        try session.send("one\\\rtwo\r")
        try session.expect("got line <one\\u{a}two>")
    }

    @Test("A dumb terminal gets no escape sequence", arguments: ["dumb", "", "never-heard-of"])
    func dumb(term: String) throws {
        let session = try ask("color=auto", environment: ["TERM": term])
        try session.send("answer\r")
        try session.expect("got line <answer>")
        try session.expect("ask> ")
        try leave(session)
        if term != "never-heard-of" { #expect(!session.transcript.contains("\u{1B}")) }
    }

    @Test("A key of the request answers at once, but only at the start of the line")
    func instantKeys() throws {
        let session = try ask("keys=1234")
        try session.send("3")
        try session.expect("got instant <3>")
        try session.expect("ask> ")
        try session.send("a3\r")
        try session.expect("got line <a3>")
        try session.expect("ask> ")
        try session.send("5 of 4\r")
        try session.expect("got line <5 of 4>")
        #expect(session.screen.lines.first == "ask> 3")
    }

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

    @Test("An answer goes on after a backslash or Alt-Enter where it may, and only there")
    func continuation() throws {
        let many = try ask("lines=many")
        try many.send("one\\\rtwo\u{1B}\rthree\r")
        try many.expect("got line <one\\u{a}two\\u{a}three>")
        #expect(many.screen.lines.prefix(3) == ["ask> one", "two", "three"])
        let single = try ask()
        try single.send("one\\\r")
        try single.expect("got line <one\\>")
    }

    @Test("A given answer is there to be changed")
    func initial() throws {
        let session = try ask("initial=as it was")
        try session.expect("as it was")
        try session.send(" then\r")
        try session.expect("got line <as it was then>")
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
        try second.expectScreen("the found line") { $0.currentLine.hasSuffix("`due': quiz due") }
        try second.send("\r")
        try second.expect("got line <quiz due>")
    }

    @Test("A coloured prompt wraps where it is drawn")
    func coloredPrompt() throws {
        let session = try ask("color=always", columns: 40)
        let text = (1...12).map { "word\($0)" }.joined(separator: " ")
        try session.send(text)
        try session.expect("word12")
        try session.send("\u{1}")
        try session.send(">\u{5}<")
        try session.expectScreen([
            "ask> >word1 word2 word3 word4 word5 word", "6 word7 word8 word9 word10 word11 word12",
            "<",
        ])
        #expect(session.transcript.contains("\u{1B}[1;34mask> \u{1B}[0m"))
        #expect(!session.transcript.contains("\u{1}"))
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

    @Test(
        "Local time follows TZ, in summer and in winter, with half hours",
        arguments: [
            ("UTC", "0 0"), ("CET-1CEST,M3.5.0,M10.5.0/3", "60 120"), ("XXX-5:30", "330 330"),
            ("NST3:30NDT,M3.2.0,M11.1.0", "-210 -150"),
        ])
    func localTime(zone: String, offsets: String) throws {
        _ = try ask("mode=time", environment: ["TZ": zone], prompt: offsets + "\r\n")
    }

    @Test("Long text goes through the pager, whose early end is no error")
    func pager() throws {
        let session = try ask(
            "mode=page", environment: ["PAGER": "sh -c 'read line; echo first: $line'"],
            prompt: "first: ")
        try session.expect("row 1")
        try session.expect("paged")
        try session.expect("ask> ")
        try leave(session)
    }

    @Test("Ctrl-C goes to the pager alone, and less finds its settings")
    func interruptPager() throws {
        let script =
            #"trap "echo caught; exit 0" INT; echo "less: $LESS"; while :; do sleep 0.05; done"#
        let session = try ask(
            "mode=page", environment: ["PAGER": "sh -c '\(script)'"], prompt: "less: FRX")
        try session.send(controlC)
        try session.expect("caught")
        try session.expect("paged")
        try session.expect("ask> ")
        try session.send("go on\r")
        try session.expect("got line <go on>")
    }

    @Test("Without a pager long text is written")
    func missingPager() throws {
        let session = try ask(
            "mode=page", environment: ["PAGER": "/nonexistent/pager"], prompt: "row 20000")
        try session.expect("paged")
        try session.expect("ask> ")
    }
}

/// What a pipe makes of it, with the terminal at one end or at none.
@Suite("Without a person", .serialized)
struct PipeTests {
    @Test(
        "Each combination of pipe and terminal reads and writes plain lines",
        arguments: [
            (
                "printf 'one\\ntwo' | PROBE | cat", "",
                "ask> one\r\ngot line <one> at 80\r\nask> two\r\n"
            ),
            ("printf 'one\\ntwo' | PROBE", "", "ask> one\r\ngot line <one> at 60\r\nask> two\r\n"),
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
            "/bin/sh", ["-c", "cd \(folder.path); mkfifo pipe; exec \(probe) saved=saved <>pipe"])
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
