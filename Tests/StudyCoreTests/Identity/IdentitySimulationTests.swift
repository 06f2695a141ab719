import Foundation
import IdentitySimulation
import StudyCore
import Testing

/// Edits whole libraries in every way and counts whose memory went where.
///
/// With `STUDYLINE_SIMULATION` in the environment, more guides are edited and the table is printed.
@Suite("Histories over edits")
struct IdentitySimulationTests {
    private static let isFull = ProcessInfo.processInfo.environment["STUDYLINE_SIMULATION"] != nil

    /// A library with what must be kept of it at least, and mistaken at most, in per cent.
    struct Prose: CustomTestStringConvertible {
        let testDescription: String
        let library: SimulatedLibrary
        let kept: Double
        let mistaken: Double

        static let all = [
            Prose(
                testDescription: "natural prose", library: .natural(guides: guides, seed: 11),
                kept: 99.4, mistaken: 0.1),
            Prose(
                testDescription: "bundled guides", library: .bundled().first(guides), kept: 99.4,
                mistaken: 0.1),
            Prose(
                testDescription: "near-identical facts",
                library: .templated(guides: guides, seed: 12), kept: 97.5, mistaken: 1.5),
        ]
        private static let guides = isFull ? 187 : 8
    }

    @Test("Histories are kept, over courses of every sort", arguments: Prose.all)
    func kept(prose: Prose) throws {
        try #require(!prose.library.isEmpty)
        let simulation = try Simulation(prose.library, Course.everySort, seed: 1)
        if Self.isFull {
            print("\(prose.testDescription): kept/lost/mistaken in %\n\(simulation.table)")
        }
        #expect(simulation.ledger.keptPercent >= prose.kept)
        #expect(simulation.ledger.mistakenPercent <= prose.mistaken)
        #expect(simulation.disagreementPercent == 0)
    }

    @Test("Whatever is taken back is as it was", arguments: Prose.all)
    func reverted(prose: Prose) throws {
        let simulation = try Simulation(prose.library.first(3), Course.reverted, seed: 2)
        #expect(simulation.ledger.mistaken == 0)
        #expect(simulation.ledger.lostPercent <= 0.5)
    }
}
