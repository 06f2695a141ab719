import Foundation
import IdentitySimulation
import StudyCore
import Testing

/// Edits whole libraries in every way and counts whose memory went where.
///
/// With `STUDYLINE_SIMULATION` in the environment, more guides are edited and the tables are printed.
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
        private static let guides = isFull ? 187 : 24
    }

    /// Courses of one sort.
    struct Courses: CustomTestStringConvertible {
        let testDescription: String
        let list: [Course]

        static let all = [
            Courses(testDescription: "alone and together", list: Course.alone),
            Courses(testDescription: "reverted", list: Course.reverted),
            Courses(
                testDescription: "in pairs",
                list: isFull ? Course.pairs : Course.pairs.thinnedOut(to: 17)),
            Courses(
                testDescription: "on two machines",
                list: isFull ? Course.onTwoMachines : Course.onTwoMachines.thinnedOut(to: 17)),
            Courses(testDescription: "on a machine that joins late", list: Course.joinedLate),
        ]
    }

    @Test("Histories are kept over every edit", arguments: Prose.all, Courses.all)
    func kept(prose: Prose, courses: Courses) throws {
        try #require(!prose.library.isEmpty)
        let simulation = try Simulation(prose.library, courses.list, seed: 1)
        if Self.isFull {
            print("\(prose.testDescription), \(courses.testDescription): kept/lost/mistaken in %")
            print(simulation.table)
        }
        #expect(simulation.ledger.keptPercent >= prose.kept)
        #expect(simulation.ledger.mistakenPercent <= prose.mistaken)
        #expect(simulation.disagreements == 0)
    }
}
