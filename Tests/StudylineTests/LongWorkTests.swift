import Foundation
import TerminalTesting
import Testing

extension OnTerminal {
    /// The line that says how far a long import is.
    @Suite("Long work")
    struct LongWorkTests {
        /// What was written between carriage returns by an import of two terms.
        private func pieces(patience: String, columns: Int = 80) throws -> [String] {
            let workplace = try Workplace()
            try workplace.write("Spit\tA tongue of sand\nBar\tA bank of sand\n", to: "coasts.tsv")
            let session = try workplace.start(
                [
                    "import", workplace.file("coasts.tsv").path, "--class", "Coasts", "--to",
                    workplace.file("other").path, "--yes",
                ],
                environment: ["STUDYLINE_PATIENCE": patience], columns: columns)
            #expect(try session.waitForEnd() == .exited(0))
            // A shorter line is filled up with blanks to the one before it.
            return session.transcript.components(separatedBy: "\r").map { piece in
                let end = piece.lastIndex { $0 != " " }.map(piece.index(after:))
                return end.map { String(piece[..<$0]) } ?? piece
            }
        }

        @Test(
            "It is said how far it is, on one line that is blank again before anything else is said"
        )
        func shownAndCleared() throws {
            let pieces = try pieces(patience: "0")
            let shown = pieces.indices.filter { pieces[$0].contains("Writing guides, 0 of 1") }
            #expect(shown.count == 1, "\(pieces)")
            let last = try #require(
                pieces.lastIndex { $0.contains(" of 1") || $0.hasSuffix("…") }, "\(pieces)")
            try #require(pieces.indices.contains(last + 2), "\(pieces)")
            let blank = pieces[last + 1]
            #expect(
                blank.count >= pieces[last].count && blank.allSatisfy { $0 == " " }, "\(pieces)")
            #expect(pieces[last + 2].hasPrefix("Added 2 guides"), "\(pieces)")
        }

        @Test("It fits on a narrow terminal", arguments: [24, 40])
        func narrow(columns: Int) throws {
            let pieces = try pieces(patience: "0", columns: columns)
            let shown = try #require(pieces.first { $0.hasPrefix("Writing guides, 0 of 1") })
            #expect(shown.count < columns)
            #expect(pieces.contains { $0.hasPrefix("Added 2 guides") }, "\(pieces)")
        }

        @Test("What is soon over says nothing")
        func silent() throws {
            let text = try pieces(patience: "600").joined()
            #expect(text.contains("Added 2 guides") && !text.contains("Writing guides"))
        }
    }

    @Test(
        "A patience that is no number of seconds is refused",
        arguments: ["soon", "-1", "nan"])
    func noPatience(text: String) throws {
        let result = try Workplace().run(
            ["guides"], environment: ["STUDYLINE_PATIENCE": text])
        #expect(result.status == 1)
        #expect(result.errors.contains("STUDYLINE_PATIENCE is '\(text)'"), "\(result.errors)")
    }
}
