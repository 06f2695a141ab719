import StudyContent
import StudyCore
import Testing

@testable import studyline

@Suite("Names")
struct NameTests {
    private static let known = [
        "micro-influencer", "macro-influencer", "nano-influencer", "cpm", "churn-rate", "long-tail",
    ]

    @Test(
        "The nearest names come first, and nothing that is far",
        arguments: [
            ("mikro-influencer", ["micro-influencer", "macro-influencer", "nano-influencer"]),
            ("Churn Rat", ["churn-rate"]), ("cpn", ["cpm"]), ("tail", ["long-tail"]),
            ("influencer", ["macro-influencer", "micro-influencer", "nano-influencer"]),
            ("zebra", []), ("", []), ("?!", []), ("logn tail", ["long-tail"]),
        ] as [(String, [String])])
    func near(typed: String, names: [String]) {
        #expect(NearName.suggestions(for: typed, among: Self.known) == names)
    }

    @Test("No more than wanted")
    func limit() {
        #expect(
            NearName.suggestions(for: "influencer", among: Self.known, limit: 1) == [
                "macro-influencer"
            ])
    }

    @Test(
        "A colon command may be shortened as long as one is meant",
        arguments: [
            (":hint", ColonCommand.hint), (":HINT", .hint), (":hi", .hint), (":he", .help),
            (":q", .quit), (":q now", .quit), (":sk", .skip), (":su", .suspend), (":u", .undo),
            (":h", nil), (":s", nil), (":", nil), ("hint", nil), (" :hint", nil), (":hints", nil),
            (": hint", nil), (":x", nil),
        ] as [(String, ColonCommand?)])
    func colon(line: String, command: ColonCommand?) {
        #expect(ColonCommand(line) == command)
    }

    @Test("Every colon command is known by its whole name and says what it does")
    func meanings() {
        for command in ColonCommand.allCases {
            #expect(ColonCommand(":\(command.rawValue)") == command)
            #expect(!command.meaning.isEmpty)
        }
    }
}
