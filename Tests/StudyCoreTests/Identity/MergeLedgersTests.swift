import StudyCore
import Testing

@Suite("United ledgers")
struct MergeLedgersTests {
    private let guide = Guide.ID(classSlug: "trade", termSlug: "tariff")
    private let texts = [Fingerprint(value: 1), Fingerprint(value: 2)]

    private func minted(_ text: Int) -> Item.ID {
        mintID(kind: .fact, guide: guide, fingerprint: texts[text])
    }

    private func line(
        _ id: Item.ID, _ text: Int, at time: Int64, _ device: String, _ sequence: Int
    ) -> LedgerLine {
        LedgerLine(
            id: id, kind: .fact, guide: guide, fingerprint: texts[text],
            time: Timestamp(milliseconds: time),
            event: EventID(device: device, sequence: sequence))
    }

    @Test(
        "one device saw the text before it was edited, the other only after: the earlier id stays")
    func edited() {
        let lines = [
            line(minted(0), 0, at: 1, "desk", 1), line(minted(0), 1, at: 2, "desk", 2),
            line(minted(1), 1, at: 3, "travel", 1),
        ]
        #expect(mergeLedgers(lines) == [minted(1): minted(0)])
        #expect(mergeLedgers(lines.reversed() + lines) == [minted(1): minted(0)])
    }

    @Test("of two with the same time the lesser id stays")
    func tie() {
        let lines = [
            line(minted(0), 0, at: 1, "desk", 1), line(minted(0), 1, at: 2, "desk", 2),
            line(minted(1), 1, at: 1, "travel", 1),
        ]
        let (lesser, greater) = (min(minted(0), minted(1)), max(minted(0), minted(1)))
        #expect(mergeLedgers(lines) == [greater: lesser])
    }

    @Test("what one device told apart stays apart")
    func toldApart() {
        let edited = [
            line(minted(0), 0, at: 1, "desk", 1), line(minted(0), 1, at: 2, "desk", 2),
            line(minted(1), 1, at: 3, "desk", 3),
        ]
        #expect(mergeLedgers(edited) == [:])
        let twin = Item.ID("\(minted(0))-2")
        let twins = [line(minted(0), 0, at: 1, "desk", 1), line(twin, 0, at: 1, "travel", 1)]
        #expect(mergeLedgers(twins) == [:])
    }

    @Test("the same text under another class or term is not united")
    func otherPlace() {
        let elsewhere = Guide.ID(classSlug: "law", termSlug: "tariff")
        var other = line(
            mintID(kind: .fact, guide: elsewhere, fingerprint: texts[0]), 0, at: 1, "travel", 1)
        other.guide = elsewhere
        #expect(mergeLedgers([line(minted(0), 0, at: 1, "desk", 1), other]) == [:])
    }
}
