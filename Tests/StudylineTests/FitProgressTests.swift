import Foundation
import TerminalTesting
import Testing

extension OnTerminal {
    @Suite("A fit")
    struct FitProgressTests {
        /// Three days of as many cards, so many that the log is gone through in several parts.
        private func log(cards: Int) -> String {
            var text = ReviewFileTests.header
            for day in 0..<3 {
                for card in 0..<cards {
                    let rating = day > 0 && (card + day) % 9 == 0 ? 1 : 3
                    text += "\(card),\(day * 86_400_000 + card),\(rating),\(min(day, 1))\n"
                }
            }
            return text
        }

        @Test("says how far it is, and takes that away at the end")
        func progress() throws {
            let workplace = try Workplace()
            try workplace.write(log(cards: 3000), to: "log.csv")
            let session = try workplace.start(["optimize", "--log", workplace.file("log.csv").path])
            #expect(try session.waitForEnd() == .exited(0))
            #expect(session.transcript.contains("Fitting to 9000 answers, pass 2 …"))
            #expect(!session.screen.lines.contains { $0.contains("Fitting") })
            #expect(session.screen.lines.contains { $0.hasPrefix("6000 answers can be") })
        }

        @Test("says nothing where nobody watches")
        func quiet() throws {
            let workplace = try Workplace()
            try workplace.write(log(cards: 3000), to: "log.csv")
            let result = try workplace.run(["optimize", "--log", "log.csv", "--format", "json"])
            #expect(result.errors == "")
            #expect(result.status == 0)
        }
    }
}
