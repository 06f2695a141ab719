import Foundation
import TerminalTesting
import Testing

extension OnTerminal {
    @Suite("The ladder at a terminal")
    struct LadderWalkTests {
        /// The guides of the lessons, at a time.
        private func lessons(_ workplace: Workplace, _ time: String) -> [String: String] {
            ["STUDYLINE_NOW": time, "STUDYLINE_CONTENT": workplace.file("lessons").path]
        }

        @Test("One card is recognised, then produced, then told whole, over three weeks")
        func walk() throws {
            let workplace = try Workplace()
            func quiz(_ time: String, _ scope: String) throws -> TerminalSession {
                try workplace.start(
                    ["quiz"] + scope.split(separator: " ").map(String.init) + [
                        "--limit", "1", "--seed", "5",
                    ], environment: lessons(workplace, time))
            }
            let new = try quiz("2026-11-23T09:00:00Z", "acid")
            try new.expect("t or f> ")
            try new.send("f\r")
            try new.expect("Right: it is false.")
            #expect(try new.waitForEnd() == .exited(0))
            for time in ["2026-11-23T09:15:00Z", "2026-11-23T09:30:00Z", "2026-11-26T09:00:00Z"] {
                let young = try quiz(time, "due acid")
                try young.expect("to another substance in a _____.")
                try young.expect("> ")
                try young.send("reaction\r")
                try young.expect("How well did you know it? [3]")
                try young.send("3")
                #expect(try young.waitForEnd() == .exited(0))
            }
            let known = try quiz("2026-12-14T09:00:00Z", "due acid")
            try known.expect("What does Acid mean?")
            try known.expect("Your answer> ")
            try known.send("a giver of protons\r")
            try known.expect("How well did you know it? [")
            try known.send("3")
            #expect(try known.waitForEnd() == .exited(0))
        }

        @Test("A hundred right choices leave a card on its steps, and one wrong one counts")
        func choices() throws {
            let workplace = try Workplace()
            let days = (0..<100).map { day in
                let month = ["01", "02", "03", "04"][day / 28]
                let number = day % 28 + 1
                return "2027-\(month)-\(number < 10 ? "0" : "")\(number)T09:00:00Z"
            }
            func answer(_ reply: String, _ time: String) throws -> Workplace.Result {
                try workplace.run(
                    [
                        "quiz", "acid", "--all", "--form", "true-false", "--limit", "1", "--seed",
                        "5",
                    ], input: reply, environment: lessons(workplace, time))
            }
            for time in days {
                #expect(try answer("t\n", time).output.contains("Right: it is true."))
            }
            let card = try workplace.answers(environment: lessons(workplace, days[99]))[0].card
            func why() throws -> String {
                try workplace.run(
                    ["why", card, "--format", "json"], environment: lessons(workplace, days[99])
                ).output
            }
            #expect(try why().contains("\"phase\" : \"learning\""))
            #expect(try !why().contains("\"memory\" : {"))
            #expect(try answer("f\n", days[99]).output.contains("Not right: it is true."))
            #expect(try why().contains("\"memory\" : {"))
        }
    }
}
