import Foundation
import TerminalTesting
import Testing

extension OnTerminal {
    @Suite("Answers in one's own words")
    struct OwnWordsTests {
        private static let asked = "What does Salt mean?"
        private static let written = "Your answer> "

        private func quiz(
            _ workplace: Workplace, environment: [String: String] = [:], columns: Int = 80
        ) throws -> TerminalSession {
            try workplace.start(
                [
                    "quiz", "salt", "--content", workplace.file("lessons").path, "--form",
                    "free-response", "--all", "--seed", "1",
                ], environment: environment, columns: columns, rows: 40)
        }

        @Test("A letter turns a mark at once, Enter takes the proposal that follows from it")
        func flipping() throws {
            let workplace = try Workplace()
            let session = try quiz(workplace)
            try session.expect(Self.written)
            try session.send("ions held together\r")
            try session.expect("How well did you know it? [1-4] ")
            try session.send("\r")
            try session.expect("Type 1 to 4.")
            try session.send("a")
            try session.expect("found (your mark)")
            try session.expect("How well did you know it? [3] ")
            try session.send("a")
            try session.expect("rating is yours.")
            try session.expect("[1-4] ")
            try session.send("a")
            try session.expect("How well did you know it? [3] ")
            try session.send("\r")
            try session.expect("Question 2,")
            #expect(try workplace.answers().map(\.answer) == ["ions held together"])
        }

        @Test("Ctrl-C in the middle of an answer loses nothing: it is in the line the next day")
        func interrupted() throws {
            let workplace = try Workplace()
            let first = try quiz(workplace)
            try first.expect(Self.written)
            try first.send("positive and neg")
            try first.expect("positive and neg")
            try first.send(controlC)
            try first.expect("What you typed is kept for it.")
            try first.expect("Question 1,")
            try first.expect(Self.written)
            try first.send(controlC)
            try first.expect("Nothing was answered.")

            let second = try quiz(workplace)
            try second.expect(Self.asked)
            try second.expect("You had begun an answer")
            try second.expectScreen("the begun answer") {
                $0.currentLine == Self.written + "positive and neg"
            }
            try second.send("ative ions held together by charges\r")
            try second.expect("[3] ")
            try second.send("\r")
            try second.expect("Question 2,")
            #expect(
                try workplace.answers().map(\.answer)
                    == ["positive and negative ions held together by charges"])
        }

        @Test("So does a signal that ends the program", arguments: [SIGTERM, SIGHUP])
        func terminated(signal: Int32) throws {
            let workplace = try Workplace()
            let first = try quiz(workplace)
            try first.expect(Self.written)
            try first.send("positive and neg")
            try first.expect("positive and neg")
            kill(first.process, signal)
            _ = try first.waitForEnd()
            let drafts = try String(
                contentsOf: workplace.file("data/drafts.json"), encoding: .utf8)
            #expect(drafts.contains("\"positive and neg\""))
        }

        @Test("An answer that is left at the rating is kept, and gone once it is rated")
        func leftUnrated() throws {
            let workplace = try Workplace()
            let first = try quiz(workplace)
            try first.expect(Self.written)
            try first.send("no idea at all\r")
            try first.expect("[1] ")
            try first.send(controlD)
            try first.expect("Nothing was answered.")
            let second = try quiz(workplace)
            try second.expectScreen("the answer") {
                $0.currentLine == Self.written + "no idea at all"
            }
            try second.send("\r")
            try second.expect("[1] ")
            try second.send("\r")
            try second.expect("Question 2,")
            #expect(
                !FileManager.default.fileExists(atPath: workplace.file("data/drafts.json").path))
        }

        @Test("Paragraphs that are pasted are one answer")
        func paste() throws {
            let workplace = try Workplace()
            let session = try quiz(workplace)
            try session.expect(Self.written)
            try session.send(
                "\u{1B}[200~A salt has positive and negative ions.\n\nTheir charges hold them together.\n\u{1B}[201~"
            )
            try session.expect("hold them together.")
            try session.send("\r")
            try session.expect("The points of the model answer")
            try session.expect("know it? [")
            try session.send("3")
            try session.expect("Question 2,")
            #expect(
                try workplace.answers().map(\.answer) == [
                    "A salt has positive and negative ions.\n\nTheir charges hold them together."
                ])
        }

        @Test("A long answer is written in the editor, from what there is of it")
        func editor() throws {
            let workplace = try Workplace()
            try workplace.write(
                "#!/bin/sh\nsed -i 's/^begun$/ions held together by their charges/' \"$2\"\n",
                to: "editor")
            let editor = workplace.file("editor").path
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o700], ofItemAtPath: editor)
            let session = try quiz(workplace, environment: ["EDITOR": editor])
            try session.expect(Self.written)
            try session.send("begun\u{1B}\r:edit\r")
            try session.expect("  ions held together by their charges")
            try session.expect("know it? [")
            try session.send("3")
            try session.expect("Question 2,")
            #expect(
                try workplace.answers().map(\.answer) == ["ions held together by their charges"])
            #expect(!FileManager.default.fileExists(atPath: workplace.file("data/answer.md").path))
        }
    }
}
