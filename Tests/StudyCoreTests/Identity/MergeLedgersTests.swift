import FSRS
import IdentitySimulation
import StudyCore
import Testing

@Suite("United ledgers")
struct MergeLedgersTests {
    private let guide = Guide.ID(classSlug: "trade", termSlug: "tariff")

    private func text(_ number: Int) -> TextPlace {
        TextPlace(guide: guide, fingerprint: Fingerprint(value: UInt64(number)))
    }

    private func minted(_ number: Int) -> Item.ID {
        mintID(kind: .fact, guide: guide, fingerprint: text(number).fingerprint)
    }

    /// The ledger of a device: at each time an item, and the text it had then, nil when it was gone.
    private func ledger(
        _ device: String, _ lines: (time: Int64, id: Item.ID, text: Int?)...
    ) -> [LedgerLine] {
        lines.enumerated().map { number, line in
            LedgerLine(
                id: line.id, kind: .fact, text: line.text.map(text),
                time: Timestamp(milliseconds: line.time),
                event: EventID(device: device, sequence: number + 1))
        }
    }

    @Test(
        "one device saw the text before it was edited, the other only after: the earlier id stays")
    func edited() {
        let lines =
            ledger("desk", (1, minted(0), 0), (2, minted(0), 1))
            + ledger("travel", (3, minted(1), 1))
        #expect(mergeLedgers(lines).aliases == [minted(1): minted(0)])
        #expect(mergeLedgers(lines.reversed() + lines) == mergeLedgers(lines))
    }

    @Test("of two with the same time the lesser id stays")
    func tie() {
        let lines =
            ledger("desk", (1, minted(0), 0), (2, minted(0), 1))
            + ledger("travel", (1, minted(1), 1))
        let (lesser, greater) = (min(minted(0), minted(1)), max(minted(0), minted(1)))
        #expect(mergeLedgers(lines).aliases == [greater: lesser])
    }

    @Test("what was gone when the text was taken for new is one with it")
    func orphaned() {
        let lines =
            ledger("desk", (1, minted(0), 0), (2, minted(0), 1))
            + ledger("travel", (1, minted(0), 0), (3, minted(0), nil), (3, minted(1), 1))
        #expect(mergeLedgers(lines).aliases == [minted(1): minted(0)])
    }

    @Test("what stood side by side stays apart, and the device that knew both is believed")
    func sideBySide() {
        let lines =
            ledger("desk", (1, minted(0), 0), (2, minted(0), 1))
            + ledger("travel", (1, minted(0), 0), (3, minted(1), 1), (4, minted(0), nil))
        let merged = mergeLedgers(lines)
        #expect(merged.aliases == [:])
        #expect(merged.id(of: minted(0), at: text(1)) == minted(1))
        #expect(merged.id(of: minted(1), at: text(1)) == minted(1))
    }

    @Test("a match taken apart on one device does not come back from the other")
    func unlinked() {
        let fresh = Item.ID("\(minted(1))-2")
        let lines =
            ledger("desk", (1, minted(0), 0), (2, minted(0), 1))
            + ledger(
                "travel", (1, minted(0), 0), (2, minted(0), 1), (3, minted(0), nil), (3, fresh, 1))
        let merged = mergeLedgers(lines)
        #expect(merged.aliases == [:])
        #expect(merged.id(of: minted(0), at: text(1)) == fresh)
    }

    @Test("two texts that each device took for the other's item keep two items")
    func crossed() {
        let lines =
            ledger(
                "desk", (1, minted(0), 0), (1, minted(1), 1), (2, minted(0), 2), (2, minted(1), 3))
            + ledger(
                "travel", (1, minted(0), 0), (1, minted(1), 1), (3, minted(0), 3), (3, minted(1), 2)
            )
        let merged = mergeLedgers(lines)
        #expect(merged.aliases == [:])
        #expect(Set(merged.seats.keys) == [text(2), text(3)])
        #expect(Set(merged.seats.values.flatMap(\.self)) == [minted(0), minted(1)])
        #expect(merged.seats[text(2)] == [minted(0)], "what was first said of it")
    }

    @Test("equal texts in one guide are counted alike on both devices")
    func copies() {
        let second = Item.ID("\(minted(0))-2")
        let lines =
            ledger("desk", (1, minted(0), 0), (1, second, 0)) + ledger("travel", (2, minted(0), 0))
        let merged = mergeLedgers(lines)
        #expect(merged.seats == [text(0): [minted(0), second]])
        #expect(merged.id(of: second, at: text(0), copy: 0) == minted(0))
    }

    @Test("links made before say what is one")
    func linked() throws {
        var links = IdentityLinks()
        try links.link(minted(1), to: minted(0))
        let lines = ledger("desk", (1, minted(0), 0)) + ledger("travel", (2, minted(1), 1))
        #expect(mergeLedgers(lines, linked: links).aliases == [minted(1): minted(0)])
    }

    @Test("the same text under another class or term is not united")
    func otherPlace() {
        var elsewhere = ledger("travel", (1, minted(7), 0))
        elsewhere[0].text?.guide = Guide.ID(classSlug: "law", termSlug: "tariff")
        let merged = mergeLedgers(ledger("desk", (1, minted(0), 0)) + elsewhere)
        #expect(merged == mergeLedgers([]))
    }
}

/// Devices that edit a library each on its own, and exchange ledgers now and then.
@Suite("United ledgers, whatever befell them")
struct MergedLedgersPropertyTests {
    /// Three devices with their ledgers after some rounds of edits, all with the same text in the end.
    private struct History {
        var ledgers = ["desk", "travel", "school"].map { Ledger(device: $0) }
        var links = IdentityLinks()
        private var time: Int64 = 0

        init(seed: UInt64, exchanging: Bool) throws {
            var random = SeededGenerator(seed: seed)
            let base =
                seed % 2 == 0
                ? SimulatedLibrary.natural(guides: 3, seed: seed)
                : .templated(guides: 3, seed: seed)
            var versions = [base, base, base]
            for device in ledgers.indices where device == 0 || random.once(in: 2) {
                try load(base, after: base, on: device)
            }
            for _ in 0..<4 {
                let device = Int.random(in: 0..<3, using: &random)
                let old = versions[device]
                // Version control now and then brings another device's text here.
                versions[device] =
                    random.once(in: 3)
                    ? versions[Int.random(in: 0..<3, using: &random)]
                    : old.edited(using: &random)
                try load(versions[device], after: old, on: device)
                if exchanging, random.once(in: 3) { exchange() }
            }
            let last = versions[0]
            for device in ledgers.indices { try load(last, after: versions[device], on: device) }
        }

        var lines: [[LedgerLine]] { ledgers.map(\.lines) }
        var merged: MergedLedgers { mergeLedgers(lines.flatMap(\.self), linked: links) }

        private mutating func load(
            _ library: SimulatedLibrary, after old: SimulatedLibrary, on device: Int
        ) throws {
            time += 1
            try ledgers[device].load(
                library.sightings, inFiles: old.files.union(library.files), at: time)
        }

        mutating func exchange() {
            let merged = merged
            links = links.merging(merged.aliases)
            for device in ledgers.indices {
                time += 1
                ledgers[device].adopt(merged, at: time)
            }
        }
    }

    @Test("order, grouping and repetition of the lines make no difference", arguments: 0..<16)
    func anyOrder(seed: UInt64) throws {
        let history = try History(seed: seed, exchanging: false)
        var random = SeededGenerator(seed: seed)
        let merged = history.merged
        let lines = history.lines
        #expect(mergeLedgers((lines[2] + lines[0] + lines[1] + lines[2])) == merged)
        #expect(mergeLedgers(lines.flatMap(\.self).shuffled(using: &random)) == merged)
        for own in lines {
            #expect(mergeLedgers(own + own).aliases == [:], "alone nothing is united")
        }
    }

    @Test("devices with the same text agree about every item", arguments: 0..<16, [false, true])
    func agree(seed: UInt64, exchanging: Bool) throws {
        var history = try History(seed: seed, exchanging: exchanging)
        let before = history.merged
        history.exchange()
        let identities = history.ledgers.map { ledger in
            Dictionary(grouping: ledger.standing, by: \.text).mapValues { Set($0.map(\.id)) }
        }
        #expect(identities[1] == identities[0])
        #expect(identities[2] == identities[0])
        for ledger in history.ledgers {
            let ids = ledger.standing.map { history.links.canonical($0.id) }
            #expect(Set(ids).count == ids.count, "no two texts are one item")
            #expect(ledger.standing.allSatisfy { history.links.canonical($0.id) == $0.id })
        }
        // Nothing is left to be settled, and what was one stays one.
        let after = history.merged
        #expect(
            after.seats.values.allSatisfy { $0.count > 1 }
                && after.aliases.count >= before.aliases.count)
        let settled = history.ledgers.map(\.standing.count)
        history.exchange()
        #expect(history.ledgers.map(\.standing.count) == settled)
        for (ledger, known) in zip(history.ledgers, identities) {
            let again = Dictionary(grouping: ledger.standing, by: \.text)
                .mapValues { Set($0.map(\.id)) }
            #expect(again == known, "a second exchange changes nothing")
        }
    }
}
