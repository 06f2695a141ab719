import StudyCore
import Testing

@Suite("Minted ids")
struct MintedIDTests {
    private let guide = Guide.ID(classSlug: "trade", termSlug: "tariff")

    @Test("the same text gets the same id on every machine, for ever")
    func stable() {
        let text = Fingerprint(kind: .fact, text: "Tariffs raise prices.", answer: nil)
        #expect(mintID(kind: .fact, guide: guide, fingerprint: text) == Item.ID("f8e3tf4y27"))
    }

    @Test("kind, class, term and text each make another id")
    func distinct() {
        let (one, two) = (Fingerprint(value: 1), Fingerprint(value: 2))
        let ids: Set = [
            mintID(kind: .fact, guide: guide, fingerprint: one),
            mintID(kind: .fact, guide: guide, fingerprint: two),
            mintID(kind: .definition, guide: guide, fingerprint: one),
            mintID(
                kind: .fact, guide: Guide.ID(classSlug: "trade", termSlug: "quota"),
                fingerprint: one),
            mintID(
                kind: .fact, guide: Guide.ID(classSlug: "law", termSlug: "tariff"),
                fingerprint: one),
        ]
        #expect(ids.count == 5)
        #expect(ids.allSatisfy { $0.text.count == 10 })
    }

    @Test("an item that begins anew gets the next free number")
    func fresh() {
        let sighting = Sighting(
            guide: guide, path: "trade/tariff.md", kind: .fact, text: "Tariffs raise prices.",
            ordinal: 0)
        let stem = mintID(kind: .fact, guide: guide, fingerprint: sighting.fingerprint)
        let taken: Set = [stem, Item.ID("\(stem)-2")]
        #expect(mintID(for: sighting, unless: taken.contains) == Item.ID("\(stem)-3"))
        #expect(mintID(for: sighting) { _ in false } == stem)
    }
}
