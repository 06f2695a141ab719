import StudyCore
import StudyGrading
import Testing

@Suite("Typed terms and gaps")
struct TypedAnswerTests {
    struct Row: CustomTestStringConvertible {
        let typed: String
        let accepted: [String]
        let verdict: TypedAnswer.Verdict
        var testDescription: String { "\(typed) for \(accepted)" }

        init(_ typed: String, _ accepted: [String], _ verdict: TypedAnswer.Verdict) {
            self.typed = typed
            self.accepted = accepted
            self.verdict = verdict
        }
    }

    static let micro = ["Micro-influencer", "micro influencer"]
    static let rivals = ["Macro-influencer", "Nano-influencer", "Brand ambassador", "CPC", "CPA"]

    @Test(
        "accepts what means the same and nothing else",
        arguments: [
            Row("Micro-influencer", micro, .right),
            Row("micro-influencer", micro, .right),
            Row("MICRO INFLUENCER", micro, .right),
            Row("microinfluencer", micro, .right),
            Row("a micro-influencer", micro, .right),
            Row("the micro-influencers", micro, .right),
            Row("Micro\u{2011}influencer.", micro, .right),
            Row("  micro-influencer  ", micro, .right),
            Row("micro-influencer/nano", micro, .right),
            Row("mikro-influencer", micro, .slip(of: "Micro-influencer")),
            Row("micro-inflencer", micro, .slip(of: "Micro-influencer")),
            Row("micro-infleuncer", micro, .slip(of: "Micro-influencer")),
            Row("macro-influencer", micro, .confused(with: "Macro-influencer")),
            Row("Macro influencers", micro, .confused(with: "Macro-influencer")),
            Row("macro-influencr", micro, .confused(with: "Macro-influencer")),
            Row(
                "mcro-influencer", micro,
                .between("Micro-influencer", and: "Macro-influencer")),
            Row("influencer", micro, .wrong),
            Row("celebrity", micro, .wrong),
            Row("", micro, .empty),
            Row("  \t ", micro, .empty),
            Row("...", micro, .empty),
            Row("cafe", ["Café"], .right),
            Row("Café", ["cafe\u{301}"], .right),
            Row("strasse", ["Straße"], .right),
            Row("CPC", ["CPM"], .confused(with: "CPC")),
            Row("CPX", ["CPM"], .wrong),
            Row("cpm", ["CPM"], .right),
            Row("1000", ["1,000"], .right),
            Row("1,000.0", ["1000"], .right),
            Row("10000", ["1,000"], .wrong),
            Row("1948", ["1949"], .wrong),
            Row("44.8", ["44.8%", "44.8"], .right),
            Row("44.8%", ["44.8%", "44.8"], .right),
            Row("companies", ["company"], .right),
            Row("a", ["A"], .right),
            Row("movies", ["Movie"], .right),
            Row("micro/macro-influencer", micro, .confused(with: "Macro-influencer")),
            Row(
                "micro-influencer/macro-influencer", micro,
                .between("Micro-influencer", and: "Macro-influencer")),
            Row("influencer/micro-influencer", micro, .right),
            Row("CPM/CPC", ["CPM/CPC"], .right),
            Row("44/45", ["44"], .wrong),
            Row("24/7", ["24/7"], .right),
            Row("1000–100000", ["1,000-100,000"], .right),
            Row("1,000 - 100,000", ["1,000-100,000"], .right),
            Row("1,000-10,000", ["1,000-100,000"], .wrong),
            Row("2007–08", ["2007-08"], .right),
            Row("200708", ["2007-08"], .wrong),
            Row("44.8 per cent", ["44.8%", "44.8", "44.8 percent"], .right),
            Row("5 dollars", ["$5", "5", "5 dollars"], .right),
            Row("微型网红", ["微型网红"], .right),
            Row("कल", ["कुल"], .wrong),
        ])
    func verdicts(row: Row) {
        let verdict = TypedAnswer.judge(row.typed, accepted: row.accepted) {
            Self.rivals.map { (name: $0, term: $0) }
        }
        #expect(verdict == row.verdict)
    }

    @Test("does not ask for rivals when the answer is right")
    func lazyRivals() {
        let verdict = TypedAnswer.judge("CPM", accepted: ["CPM"]) {
            Issue.record("asked for rivals")
            return []
        }
        #expect(verdict == .right)
    }
}

@Suite("Edit distance")
struct EditDistanceTests {
    @Test(
        "counts slips of the keys",
        arguments: [
            ("", "", 0), ("abc", "", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abd", 1),
            ("abc", "abcd", 1), ("ca", "abc", 3), ("kitten", "sitting", 3), ("é", "e", 1),
        ])
    func distance(left: String, right: String, expected: Int) {
        #expect(editDistance(left, right, limit: 9) == expected)
        #expect(editDistance(right, left, limit: 9) == expected)
        #expect(editDistance(left, right, limit: expected - 1) == nil)
    }
}
