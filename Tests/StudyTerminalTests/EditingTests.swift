import Foundation
import TerminalTesting
import Testing

extension PseudoTerminalTests {
    @Suite("Editing a line")
    struct EditingTests {
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

        @Test("~/.inputrc may give Alt-Enter another meaning, or another key ours")
        func boundElsewhere() throws {
            let inputrc = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
            defer { try? FileManager.default.removeItem(at: inputrc) }
            try """
            "\\e\\C-m": "bound"
            "\\C-o": studyline-next-line

            """.write(to: inputrc, atomically: true, encoding: .utf8)
            let session = try ask("lines=many", environment: ["INPUTRC": inputrc.path])
            try session.send("one\u{F}two\u{1B}\r\r")
            try session.expect("got line <one\\u{a}twobound>")
        }

        @Test("A given answer is there to be changed")
        func initial() throws {
            let session = try ask("initial=as it was")
            try session.expect("as it was")
            try session.send(" then\r")
            try session.expect("got line <as it was then>")
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
                "ask> >word1 word2 word3 word4 word5 word",
                "6 word7 word8 word9 word10 word11 word12",
                "<",
            ])
            #expect(session.transcript.contains("\u{1B}[1;34mask> \u{1B}[0m"))
            #expect(!session.transcript.contains("\u{1}"))
        }
    }
}
