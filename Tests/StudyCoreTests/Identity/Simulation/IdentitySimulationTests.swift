import Foundation
import StudyCore
import Testing

/// Edits whole libraries in every way and counts whose memory went where.
///
/// With `STUDYLINE_SIMULATION` in the environment, more guides are edited and the table is printed.
@Suite("Histories over edits")
struct IdentitySimulationTests {
    private static let isFull = ProcessInfo.processInfo.environment["STUDYLINE_SIMULATION"] != nil

    @Test("natural prose keeps its histories")
    func natural() throws {
        let tally = try tally(
            "natural prose", .natural(guides: Self.isFull ? 187 : 24, seed: 11), seed: 1)
        #expect(tally.keptPercent >= 99.4)
        #expect(tally.mistakenPercent <= 0.1)
    }

    @Test("the bundled guides keep their histories")
    func bundled() throws {
        var library = SimulatedLibrary.bundled()
        if !Self.isFull { library.guides = Array(library.guides.prefix(24)) }
        guard !library.guides.isEmpty else { return }
        let tally = try tally("bundled guides", library, seed: 2)
        #expect(tally.keptPercent >= 99.4)
        #expect(tally.mistakenPercent <= 0.1)
    }

    @Test("near-identical facts keep their histories")
    func templated() throws {
        let tally = try tally(
            "near-identical facts", .templated(guides: Self.isFull ? 187 : 24, seed: 12), seed: 3)
        #expect(tally.keptPercent >= 97.5)
        #expect(tally.mistakenPercent <= 1.5)
    }

    /// The ledger's tally over all edits.
    private func tally(_ name: String, _ first: SimulatedLibrary, seed: UInt64) throws -> Tally {
        var totals = Scheme.all.map { _ in Tally() }
        var table = ["\(name): kept/lost/mistaken in per cent of \(first.items.count) items"]
        table.append(row("", Scheme.all.map(\.name)))
        for edit in Edit.all {
            var random = SplitMix64(seed: seed)
            var last = first
            edit.apply(&last, &random)
            let tallies = try Scheme.all.map { scheme in
                let ids = try scheme.identify([first, last])
                return Tally(first, ids[0], last, ids[1])
            }
            totals = zip(totals, tallies).map { $0 + $1 }
            table.append(row(edit.name, tallies.map(\.description)))
        }
        table.append(row("all", totals.map(\.description)))
        if Self.isFull { print(table.joined(separator: "\n")) }
        return totals[0]
    }

    private func row(_ name: String, _ cells: [String]) -> String {
        let label = String(name.prefix(44)).padding(toLength: 46, withPad: " ", startingAt: 0)
        return label
            + cells.map { $0.padding(toLength: 20, withPad: " ", startingAt: 0) }.joined()
    }

    @Test("an edit that is taken back leaves every id as it was", arguments: [1, 2, 3] as [UInt64])
    func revert(seed: UInt64) throws {
        let first = SimulatedLibrary.natural(guides: 5, seed: seed)
        for edit in Edit.all where edit.name != Edit.copy.name {
            var random = SplitMix64(seed: seed)
            var edited = first
            edit.apply(&edited, &random)
            let ids = try Scheme.ledger.identify([first, edited, first])
            let tally = Tally(first, ids[0], first, ids[2])
            #expect(tally.mistaken == 0, "\(edit.name)")
            #expect(tally.lost <= (edit.name == Edit.merge.name ? 5 : 1), "\(edit.name)")
        }
    }

    @Test("two devices that saw different versions agree once their ledgers are united")
    func twoDevices() throws {
        let first = SimulatedLibrary.natural(guides: 12, seed: 21)
        var random = SplitMix64(seed: 22)
        var second = first
        Edit.together(.typo, .shuffle).apply(&second, &random)
        var third = second
        Edit.together(.twoWords, .insert).apply(&third, &random)

        var desk = Ledger(device: "desk")
        var travel = Ledger(device: "travel")
        let firstIDs = try desk.load(first.sightings, inFiles: first.files, at: 1)
        try desk.load(second.sightings, inFiles: first.files, at: 2)
        try travel.load(second.sightings, inFiles: first.files, at: 3)
        let onDesk = try desk.load(third.sightings, inFiles: first.files, at: 4)
        let onTravel = try travel.load(third.sightings, inFiles: first.files, at: 5)

        let aliases = mergeLedgers(desk.lines + travel.lines)
        #expect(aliases == mergeLedgers(travel.lines.reversed() + desk.lines))
        let canonical = { (id: Item.ID) in aliases[id] ?? id }
        let deskIDs = onDesk.assignments.map { canonical($0.id).text }
        #expect(deskIDs == onTravel.assignments.map { canonical($0.id).text })
        let tally = Tally(
            first, firstIDs.assignments.map { canonical($0.id).text }, third, deskIDs)
        #expect(tally.keptPercent == 100)
    }
}
