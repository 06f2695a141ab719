import StudyCore
import Testing

@Suite("Identity of items whose words stay")
struct ExactIdentityTests {
    @Test("an unchanged file keeps every id")
    func unchanged() throws {
        var ledger = Ledger()
        let guide = tariff.sightings
        let first = try ledger.load(guide, inFiles: ["trade/tariff.md"])
        let second = try ledger.load(guide, inFiles: ["trade/tariff.md"])
        #expect(first.assignments.map(\.origin) == Array(repeating: .minted, count: 3))
        #expect(second.assignments.map(\.id) == first.assignments.map(\.id))
        #expect(second.assignments.map(\.origin) == Array(repeating: .exact, count: 3))
        #expect(second.orphans == [])
    }
}

let tariff = Guide(
    id: Guide.ID(classSlug: "trade", termSlug: "tariff"), path: "trade/tariff.md",
    className: "Trade", term: "Tariff",
    items: [
        Item(
            kind: .definition, text: Prose(plain: "A tax that a country levies on imported goods.")),
        Item(kind: .fact, text: Prose(plain: "Tariffs raise the price of foreign goods at home.")),
        Item(
            kind: .question, text: Prose(plain: "Who bears the cost of a tariff?"),
            answer: Prose(plain: "Mostly the buyers in the importing country.")),
    ])
