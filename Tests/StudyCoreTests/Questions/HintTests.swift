import StudyCore
import Testing

@Suite("Hints")
struct HintTests {
    @Test(
        "tell a little more at each step, and never all",
        arguments: [
            ("Paywall", ["P…", "P······", "P·y·a·l"]),
            ("Micro-influencer", ["M…", "M····-··········", "M·c·o-i·f·u·n·e·"]),
            ("$5.00", ["$…", "$·.··", "$·.·0"]),
            ("Long tail", ["L…", "L··· t···", "L·n· t·i·"]),
            (
                "A fee for every month",
                ["A fee …", "A fee … (5 words)", "A fee for … (5 words)"]
            ),
            (
                "One two three four five six seven eight",
                ["One two …", "One two … (8 words)", "One two three four … (8 words)"]
            ),
        ])
    func levels(answer: String, hints: [String]) {
        #expect((1...Hint.levels).map { Hint.text(of: answer, level: $0) } == hints)
    }
}
