import Foundation
import TerminalTesting
import Testing

extension OnTerminal {
    @Suite("Study sessions")
    struct SessionTests {
        @Test("Ten answers are there after leaving, and are asked again when they are due")
        func tenAnswers() throws {
            let workplace = try Workplace()
            let first = try workplace.start()
            try first.expect("14 new cards today")
            try first.expect(prompt)
            try first.send("quiz --form flashcard\r")
            for number in 1...10 { try first.answer(number, "monday \(number)") }
            try first.expect("Question 11,")
            try first.expect("> ")
            try first.send(controlD)
            try first.expect("10 answers")
            try first.expect("All answers are saved; what was not asked stays due.")
            try first.expect(prompt)
            try first.leave()
            let monday = try workplace.answers()
            #expect(monday.map(\.answer).reversed() == (1...10).map { "monday \($0)" })

            let second = try workplace.start(["quiz", "--form", "flashcard"])
            for number in 1...4 { try second.answer(number, "again \(number)") }
            try second.expect("That is all for now.")
            #expect(try second.waitForEnd() == .exited(0))
            let later = try workplace.answers().filter { $0.answer.hasPrefix("again") }
            #expect(later.count == 4)
            #expect(Set(monday.map(\.card)).isDisjoint(with: later.map(\.card)))

            let nextMonth = ["STUDYLINE_NOW": "2026-12-23T09:00:00Z"]
            let third = try workplace.start(environment: nextMonth)
            try third.expect("14 cards due, 0 new cards today.")
            try third.expect(prompt)
            try third.send("quiz due --form flashcard\r")
            for number in 1...14 { try third.answer(number, "december \(number)") }
            try third.expect("That is all for now.")
            try third.expect(prompt)
            try third.leave()
            let december = try workplace.answers(environment: nextMonth).prefix(14)
            #expect(Set(december.map(\.card)) == Set((monday + later).map(\.card)))
            #expect(try workplace.diagnosis() == Workplace.healthy)
        }

        @Test("Ctrl-C leaves the question, a second one the quiz, Ctrl-D the program")
        func leaving() throws {
            let session = try Workplace().start(["--seed", "1"])
            try session.expect(prompt)
            try session.send(controlC)
            try session.expect("Ctrl-D or 'quit' leaves.")
            try session.expect(prompt)
            try session.send("half a line")
            try session.expect("half a line")
            try session.send(controlC)
            try session.expect(prompt)
            try session.send("quiz --form flashcard\r")
            try session.expect("Question 1,")
            try session.expect("> ")
            try session.send("half")
            try session.expect("half")
            try session.send(controlC)
            try session.expect("Left this question; it stays due.")
            try session.answer(1, "an answer")
            try session.expect("Question 2,")
            try session.expect("> ")
            try session.send(controlC)
            try session.expect("Left this question")
            try session.expect("Question 2,")
            try session.expect("> ")
            try session.send(controlC)
            try session.expect("1 answer,")
            try session.expect(prompt)
            try session.leave()
        }

        @Test("Ctrl-C and Ctrl-D leave the question where the rating is asked as well")
        func leavingAtTheRating() throws {
            let workplace = try Workplace()
            let session = try workplace.start(["quiz", "--form", "flashcard"])
            try session.expect("> ")
            try session.send("known\r")
            try session.expect(rating)
            try session.send(controlC)
            try session.expect("Left this question")
            try session.expect("Question 1,")
            try session.expect("> ")
            try session.send("known\r")
            try session.expect(rating)
            try session.send(controlD)
            try session.expect("Nothing was answered.")
            try session.expectCooked()
            #expect(try session.waitForEnd() == .exited(0))
            #expect(try workplace.answers().isEmpty)
        }

        @Test("A new window width holds from the next line on")
        func resize() throws {
            let session = try Workplace().start(["quiz", "spring-tide", "--form", "typed-term"])
            try session.expect("> ")
            try session.send("half an ans")
            try session.expect("half an ans")
            session.resize(columns: 40, rows: 24)
            try session.send("wer\r")
            try session.expect(rating)
            let lines = session.screen.lines
            #expect(lines.contains("  A spring tide is the tide with the"))
            #expect(lines.contains("  greatest difference between high and"))
        }

        @Test(
            "SIGTERM and SIGHUP in a question end the program; the answers are there",
            arguments: [SIGTERM, SIGHUP], [true, false])
        func terminated(signal: Int32, isAtPrompt: Bool) throws {
            let workplace = try Workplace()
            let session = try workplace.start(isAtPrompt ? [] : ["quiz", "--form", "flashcard"])
            if isAtPrompt {
                try session.expect(prompt)
                try session.send("quiz --form flashcard\r")
            }
            try session.answer(1, "first")
            try session.answer(2, "second")
            try session.expect("Question 3,")
            try session.expect("> ")
            try session.send("third, half")
            try session.expect("third, half")
            session.signal(signal)
            #expect(try session.waitForEnd() == .killed(by: signal))
            try session.expectCookedAfterEnd()
            #expect(try workplace.answers().map(\.answer) == ["second", "first"])
            #expect(try workplace.diagnosis() == Workplace.healthy)
        }

        @Test("A window that is closed in a question loses no answer")
        func hangUp() throws {
            let workplace = try Workplace()
            let session = try workplace.start(["quiz", "--form", "flashcard"])
            try session.answer(1, "first")
            try session.expect("Question 2,")
            session.hangUp()
            #expect(try session.waitForEnd() == .killed(by: SIGHUP))
            #expect(try workplace.answers().map(\.answer) == ["first"])
        }

        @Test("Suspended and continued in a shell, the question is still there")
        func suspend() throws {
            let workplace = try Workplace()
            let session = try TerminalSession(
                "/bin/bash", ["--norc", "--noprofile", "-i"],
                environment: workplace.environment([
                    "PS1": "shell$ ", "COLUMNS": "", "LINES": "", "NO_COLOR": "1",
                ]))
            try session.expect("shell$ ")
            try session.send("studyline quiz --form flashcard\n")
            try session.answer(1, "first")
            try session.expect("Question 2,")
            try session.expect("> ")
            try session.send("sec")
            try session.expect("sec")
            try session.send(controlZ)
            try session.expect("shell$ ")
            try session.send("echo in the $((40 + 2))nd shell\n")
            try session.expect("in the 42nd shell")
            try session.send("fg\n")
            try session.expect("> sec")
            try session.send("ond\r")
            try session.expect(rating)
            try session.send("4")
            try session.expect("Question 3,")
            try session.expect("> ")
            try session.send(controlD)
            try session.expect("2 answers")
            try session.expect("shell$ ")
            try session.send("exit\n")
            #expect(try session.waitForEnd() == .exited(0))
            #expect(try workplace.answers().map(\.answer) == ["second", "first"])
        }

        @Test("Lines that are pasted are one answer")
        func paste() throws {
            let workplace = try Workplace()
            let session = try workplace.start(["quiz", "--form", "flashcard", "--limit", "1"])
            try session.expect("> ")
            try session.send("\u{1B}[200~first line\nsecond line\n\u{1B}[201~")
            try session.expect("second line")
            try session.send("\r")
            try session.expect(rating)
            try session.send("3")
            try session.expect("1 answer")
            #expect(try session.waitForEnd() == .exited(0))
            #expect(try workplace.answers().map(\.answer) == ["first line\nsecond line"])
        }

        @Test("An editor opened in a question gives the terminal back")
        func edit() throws {
            let workplace = try Workplace()
            try workplace.write(
                "#!/bin/sh\nread -p 'editor> ' line\nsed -i \"s/greatest/$line/\" \"$2\"\n",
                to: "editor")
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: workplace.file("editor").path)
            let session = try workplace.start(
                ["quiz", "spring-tide", "--form", "flashcard"],
                environment: ["EDITOR": workplace.file("editor").path])
            try session.expect("What does Spring tide mean?")
            try session.expect("> ")
            try session.send(":edit\r")
            try session.expect("editor> ")
            try session.send("widest\n")
            try session.expect("What does Spring tide mean?")
            try session.expect("> ")
            try session.send("\r")
            try session.expect("A spring tide is the tide with the widest")
            try session.expect(rating)
            try session.send(controlD)
            #expect(try session.waitForEnd() == .exited(0))
        }
    }
}
