import StudyCore
import Testing

@Suite("Names of cards and guides")
struct CardTests {
    @Test(
        "of cards are read as they are written",
        arguments: ["k3f9/meaning", "k3f9/term", "a/b/fact", "x/answer", "x/hole1", "x/hole12"])
    func roundTrip(text: String) throws {
        #expect(try #require(Card.ID(text)).description == text)
    }

    @Test(
        "of no card are refused, those that would be written otherwise too",
        arguments: [
            "", "fact", "/fact", "x/", "x/Fact", "x/facts", "x/hole", "x/hole0", "x/hole-1",
            "x/hole+1",
            "x/hole01", "x/hole1 ", "x/hole99999999999999999999", "x/hole１",
        ])
    func malformed(text: String) {
        #expect(Card.ID(text) == nil)
    }

    @Test("sort holes by their number")
    func order() {
        let sorted = ["a/meaning", "a/term", "a/fact", "a/answer", "a/hole2", "a/hole10", "b/fact"]
        #expect(sorted.compactMap { Card.ID($0) }.shuffled().sorted().map(\.description) == sorted)
    }

    @Test("of an item's directions follow from its kind")
    func facets() {
        func facets(_ kind: Item.Kind, holes: [Range<Int>] = []) -> [String] {
            Item(kind: kind, text: Prose(plain: "text"), holes: holes).facets.map(\.rawValue)
        }
        #expect(facets(.definition) == ["meaning", "term"])
        #expect(facets(.fact) == ["fact"])
        #expect(facets(.question) == ["answer"])
        #expect(facets(.cloze) == [])
        #expect(facets(.cloze, holes: [0..<1, 2..<3]) == ["hole1", "hole2"])
    }

    @Test(
        "of guides are words of letters and digits",
        arguments: [
            ("", ""), ("Micro-influencer", "micro-influencer"), ("Moore's law", "moores-law"),
            ("Moore\u{2019}s  Law!", "moores-law"), ("Cost per mille (CPM)", "cost-per-mille-cpm"),
            ("  P&A / R&D  ", "p-a-r-d"), ("U.S.", "u-s"), ("Café", "café"),
            ("Cafe\u{301}", "café"), ("网红 🎬", "网红"), ("../../etc/passwd", "etc-passwd"),
            ("\u{1B}[31mred", "31mred"), ("—", ""), ("'''", ""), ("2007–08", "2007-08"),
        ])
    func slugs(text: String, expected: String) {
        #expect(slug(text) == expected)
        #expect(slug(slug(text)) == slug(text))
    }
}
