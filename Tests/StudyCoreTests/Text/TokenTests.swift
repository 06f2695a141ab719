import StudyCore
import Testing

@Suite("Tokens")
struct TokenTests {
    struct Row: CustomTestStringConvertible {
        let text: String
        let words: [String]
        var testDescription: String { text }

        init(_ text: String, _ words: [String]) {
            self.text = text
            self.words = words
        }
    }

    @Test(
        "keeps together what a reader takes for one word or figure",
        arguments: [
            Row("", []), Row(" — … 🎬!", []),
            Row("Micro-influencers are people.", ["Micro-influencers", "are", "people"]),
            Row("It costs $5.00, or 44.8%.", ["It", "costs", "$5.00", "or", "44.8%"]),
            Row("1,000-100,000 followers", ["1,000-100,000", "followers"]),
            Row("1,000–100,000", ["1,000", "100,000"]),
            Row("the U.S. market", ["the", "U.S", "market"]),
            Row("P&A, R & D", ["P&A", "R", "D"]), Row("in 2007-08", ["in", "2007-08"]),
            Row("£3m, €4.5bn, ¥7", ["£3m", "€4.5bn", "¥7"]), Row("$5-$10", ["$5", "$10"]),
            Row("5%-10%", ["5%", "10%"]), Row("a $ sign", ["a", "sign"]),
            Row("Nielsen\u{2019}s 'own' fans'", ["Nielsen\u{2019}s", "own", "fans"]),
            Row("and/or, 24/7", ["and", "or", "24/7"]), Row("1,2, 3", ["1,2", "3"]),
            Row("at 06:00: go", ["at", "06:00", "go"]),
            Row("-5 and −6%", ["5", "and", "6%"]), Row("cafe\u{301}s", ["cafe\u{301}s"]),
            Row("粉丝1000人。", ["粉", "丝", "1000", "人"]),
            Row("กี่คน", ["กี่", "ค", "น"]), Row("인플루언서는 사람", ["인플루언서는", "사람"]),
            Row("инфлюенсер и аудитория", ["инфлюенсер", "и", "аудитория"]),
        ])
    func words(row: Row) {
        #expect(Token.tokens(in: row.text).map(\.text) == row.words)
    }

    @Test(
        "gives places in bytes that lead back to the word",
        arguments: [
            "Beyoncé charges €5.50 — 🎬 per “clip”", "🇩🇪👩‍👩‍👧 naïve cafe\u{301}", "粉丝1000人",
            "e\u{301}\r\nx",
        ])
    func places(text: String) {
        for token in Token.tokens(in: text) {
            #expect(String(decoding: Array(text.utf8)[token.range], as: UTF8.self) == token.text)
        }
    }

    @Test("tells figures and names")
    func kinds() {
        let tokens = Token.tokens(in: "Élan B2B nielsen 1948")
        #expect(tokens.map(\.isFigure) == [false, true, false, true])
        #expect(tokens.map(\.isCapitalised) == [true, true, false, false])
    }
}
