import Foundation
import IdentitySimulation

/// Whose memory goes where when guides are edited: kept, lost and mistaken in per cent of all items, in our
/// scheme, in one that hashes the text and in one that counts places in a file.
enum HistoryBenchmark {
    private static let guides = 60
    /// Every edit is paired with every other, so fewer guides do.
    private static let pairedGuides = 12

    static func run() throws {
        let libraries = [
            ("natural", SimulatedLibrary.natural(guides: guides, seed: 11)),
            ("bundled", SimulatedLibrary.bundled().first(guides)),
            ("near-identical", SimulatedLibrary.templated(guides: guides, seed: 12)),
        ]
        let sorts = [
            ("alone-and-together", Course.alone), ("reverted", Course.reverted),
            ("joined-late", Course.joinedLate), ("all-pairs", Course.pairs),
            ("two-machines", Course.onTwoMachines),
        ]
        for (prose, library) in libraries {
            for (sort, courses) in sorts {
                let isPaired = courses.count > 100
                let simulation = try Simulation(
                    isPaired ? library.first(pairedGuides) : library, courses, seed: 1)
                for (scheme, tally) in zip(Scheme.all, simulation.total.tallies) {
                    print("histories.\(prose).\(sort).\(scheme.name) \(tally) kept/lost/mistaken-%")
                }
            }
        }
        fflush(nil)
    }
}
