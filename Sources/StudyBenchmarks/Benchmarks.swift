import Foundation

/// Prints figures, one a line: `name value unit`, each the median of repeated runs with fixed seeds.
///
/// Without arguments all groups run, with names only those: `StudyBenchmarks load start`.
@main
enum Benchmarks {
    private static let groups: [(name: String, run: @Sendable () throws -> Void)] = [
        ("load", LoadBenchmark.run),
        ("start", StartBenchmark.run),
        ("save", SaveBenchmark.run),
        ("questions", QuestionBenchmark.run),
        ("grading", GradingBenchmark.run),
        ("identity", IdentityBenchmark.run),
        ("progress", ProgressBenchmark.run),
        ("histories", HistoryBenchmark.run),
        ("exam", ExamBenchmark.run),
        ("fit", FitBenchmark.run),
    ]

    static func main() throws {
        let wanted = CommandLine.arguments.dropFirst()
        let unknown = wanted.filter { name in !groups.contains { $0.name == name } }
        guard unknown.isEmpty else {
            let names = groups.map(\.name).joined(separator: ", ")
            FileHandle.standardError.write(Data("the groups are \(names)\n".utf8))
            exit(64)
        }
        for group in groups where wanted.isEmpty || wanted.contains(group.name) {
            try group.run()
        }
    }
}

/// Prints one figure.
func report(_ name: String, _ value: Double, _ unit: String) {
    let digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 0.1 ? 2 : 4
    print("\(name) \(String(format: "%.\(digits)f", value)) \(unit)")
    fflush(nil)
}

/// The middle of the values; the mean of the middle two when their number is even.
func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    let middle = sorted.count / 2
    return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
}

/// Milliseconds of each run of some work, the first run not counted.
func milliseconds(runs: Int, _ work: () throws -> Void) rethrows -> [Double] {
    try work()
    return try (0..<runs).map { _ in
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .milliseconds(1)
    }
}
