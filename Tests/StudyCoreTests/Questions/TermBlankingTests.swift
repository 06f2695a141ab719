import FSRS
import StudyCore
import Testing

@Suite("Blanking out the term")
struct TermBlankingTests {
    struct Row: CustomTestStringConvertible {
        let names: [String]
        let text: String
        let blanked: String
        var testDescription: String { text }

        init(_ names: [String], _ text: String, _ blanked: String) {
            self.names = names
            self.text = text
            self.blanked = blanked
        }
    }

    static let micro = ["Micro-influencer", "micro influencer", "small creator"]

    @Test(
        "leaves no name of the term to be read off",
        arguments: [
            Row(micro, "", ""),
            Row(micro, "A person with reach.", "A person with reach."),
            Row(micro, "Micro-influencer", "_____"),
            Row(micro, "A micro-influencer is paid.", "A(n) _____ is paid."),
            Row(micro, "Brands hire a MICRO INFLUENCER", "Brands hire a(n) _____"),
            Row(micro, "MicroInfluencers and micro\u{2011}influencers", "_____ and _____"),
            Row(micro, "the micro-influencer's fans", "the _____'s fans"),
            Row(micro, "Micro-influencers\u{2019} fans", "_____\u{2019} fans"),
            Row(micro, "Micro-influencer\u{2019}s fans", "_____\u{2019}s fans"),
            Row(micro, "a \u{201C}micro-influencer\u{201D}", "a(n) \u{201C}_____\u{201D}"),
            Row(micro, "small creators, or\nmicro\ninfluencers", "_____, or\n_____"),
            Row(micro, "Unlike macro-influencers", "Unlike macro-influencers"),
            Row(micro, "micro, influencer", "micro, influencer"),
            Row(["Influencer"], "A macro-influencer leads.", "A macro-_____ leads."),
            Row(["Influencer"], "influencer-led creator/influencer", "_____-led creator/_____"),
            Row(["Influencer"], "microinfluencer influencers", "microinfluencer _____"),
            Row(
                ["Influencer", "Influencer marketing"], "Influencer marketing of influencers",
                "_____ of _____"),
            Row(
                ["creator economy", "the creator"], "the creator economy", "the _____"),
            Row(["Cookie"], "Cookies track; a cookie stays.", "_____ track; a(n) _____ stays."),
            Row(["Ad"], "An ad among ads", "A(n) _____ among _____"),
            Row(["Cost per mille (CPM)"], "Cost per mille (CPM) is", "_____ (_____) is"),
            Row(["Cost per mille (CPM)"], "CPMs, a cost-per-mille", "_____, a(n) _____"),
            Row(["The Hays Code"], "The Hays Code, a code", "The _____, a code"),
            Row(["Time Warner"], "At that time. Warner left", "At that time. Warner left"),
            Row(["Dr. Dre"], "Dr. Dre and Dr Dre", "_____ and _____"),
            Row(["U.S. market"], "the U.S. market", "the _____"),
            Row(["P&A"], "P&A costs", "_____ costs"),
            Row(["SVOD, AVOD and FAST"], "SVOD, AVOD and FAST", "_____"),
            Row(["IT"], "IT is what it is", "_____ is what it is"),
            Row(["FAST"], "FAST grows fast. Fast!", "_____ grows fast. Fast!"),
            Row(["The Who"], "Who are the Who who play?", "_____ are the _____ who play?"),
            Row(["Café"], "cafe\u{301}s and CAFES 🎬 café", "_____ and _____ 🎬 _____"),
            Row(["微型网红"], "微型网红是创作者。", "_____是创作者。"),
            Row(["Инфлюенсер"], "Это ИНФЛЮЕНСЕР!", "Это _____!"),
            Row(["!?"], "what!?", "what!?"),
        ])
    func blanks(row: Row) {
        let names = TermNames(term: row.names[0], aliases: Array(row.names.dropFirst()))
        #expect(TermBlanking.blank(names, in: row.text) == row.blanked)
    }

    @Test("has nothing left to blank the second time", arguments: [1, 2, 3, 4, 5] as [UInt64])
    func twice(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let vocabulary = [
            "micro", "influencer", "Influencers", "-", " ", "'s", ". ", "a", "An ", "é", "🎬", "(",
            ")", "CPM", "cost", "per", "\n", "\u{2011}",
        ]
        for _ in 0..<200 {
            func text(_ length: Int) -> String {
                (0..<length).map { _ in vocabulary.randomElement(using: &generator) ?? "" }.joined()
            }
            let known = [
                "micro", "Influencers", "cost per", "CPM", "An influencer", "é", "micro-cost",
            ]
            .shuffled(using: &generator)
            let names = TermNames(term: known[0], aliases: Array(known[1...2]))
            let blanked = TermBlanking.blank(names, in: text(20))
            let again = TermBlanking.blank(names, in: blanked)
            #expect(again == blanked, "\(names.names)")
        }
    }
}
