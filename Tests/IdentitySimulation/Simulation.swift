import FSRS

/// Counts whose memory went where, over many courses, in every scheme.
package struct Simulation {
    package struct Row: Sendable {
        package let name: String
        /// In the order of `Scheme.all`.
        package let tallies: [Tally]
    }

    package private(set) var rows: [Row] = []
    private var compared = 0
    private var disagreements = 0

    /// Items to which our scheme gives another identity on one machine than on the other, in per cent.
    package var disagreementPercent: Double {
        100 * Double(disagreements) / Double(max(1, compared))
    }

    /// Runs a library through each of some courses.
    ///
    /// - Parameters:
    ///   - library: As it is on the first day.
    ///   - courses: What befalls it, each from the first day on.
    ///   - seed: The same seed, the same edits.
    /// - Throws: What the ledger's look-ups throw.
    package init(_ library: SimulatedLibrary, _ courses: [Course], seed: UInt64) throws {
        for course in courses {
            var random = SeededGenerator(seed: seed)
            let machines = course.versions(library, &random)
            let tallies = try Scheme.all.map { scheme in
                let identities = try scheme.identify(machines)
                if scheme.name == Scheme.ledger.name {
                    for other in identities.dropFirst() {
                        compared += other.last.count
                        disagreements += zip(other.last, identities[0].last).count { $0 != $1 }
                    }
                }
                return zip(machines, identities).reduce(Tally()) { sum, machine in
                    let (versions, own) = machine
                    guard let last = versions.last else { return sum }
                    return sum + Tally(library, identities[0].first, last, own.last)
                }
            }
            rows.append(Row(name: course.name, tallies: tallies))
        }
    }

    /// All courses taken together.
    package var total: Row {
        let sums = Scheme.all.indices.map { scheme in
            rows.reduce(Tally()) { $0 + $1.tallies[scheme] }
        }
        return Row(name: "all", tallies: sums)
    }

    /// The tally of our own scheme.
    package var ledger: Tally { total.tallies[0] }

    /// Kept, lost and mistaken in per cent: a line a course, a column a scheme.
    package var table: String {
        ([cells("", Scheme.all.map(\.name))]
            + (rows + [total]).map { cells($0.name, $0.tallies.map(\.description)) })
            .joined(separator: "\n")
    }

    private func cells(_ name: String, _ cells: [String]) -> String {
        ([(name, 72)] + cells.map { ($0, 20) }).map { text, width in
            text.prefix(width - 2) + String(repeating: " ", count: max(2, width - text.count))
        }.joined()
    }
}
