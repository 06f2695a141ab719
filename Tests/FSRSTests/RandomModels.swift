import FSRS

/// Sets of parameters from all over the bounds, reviews and memories, all the same in every run.
struct RandomModels {
    var generator: SeededGenerator

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    static let bounds6: [ClosedRange<Double>] = [
        0.001...100, 0.001...100, 0.001...100, 0.001...100, 1...10, 0.001...4, 0.001...4,
        0.001...0.75, 0...4.5, 0...0.8, 0.001...3.5, 0.001...5, 0.001...0.25, 0.001...0.9, 0...4,
        0...1, 1...6, 0...2, 0...2, 0...0.8, 0.1...0.8,
    ]

    mutating func number(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + generator.unit() * (range.upperBound - range.lowerBound)
    }

    /// A number that is often near the lower bound and sometimes near the upper one.
    mutating func magnitude(in range: ClosedRange<Double>) -> Double {
        let unit = generator.unit()
        let skewed = unit * unit * unit * unit * unit * unit
        return range.lowerBound + skewed * (range.upperBound - range.lowerBound)
    }

    /// Parameters of FSRS-7 from between the lowest and the highest ones.
    mutating func model7() throws -> MemoryModel {
        let lowest = try Parameters(Array(repeating: -1000, count: 34)).values
        let highest = try Parameters(Array(repeating: 1000, count: 34)).values
        let values = zip(lowest, highest).map { number(in: $0...$1) }
        return MemoryModel(parameters: try Parameters(values))
    }

    mutating func model6() throws -> MemoryModel {
        let values = Self.bounds6.map { number(in: $0) }
        return MemoryModel(parameters: try Parameters(values))
    }

    mutating func rating() -> Rating {
        Rating.allCases[Int(generator.next() % 4)]
    }

    /// Days since the review before: often the same day, sometimes far beyond any plan.
    mutating func days() -> Double {
        switch generator.next() % 4 {
        case 0: 0
        case 1: Double(1 + generator.next() % 10)
        case 2: Double(1 + generator.next() % 400)
        default: Double(generator.next() % 40000)
        }
    }

    /// A state of FSRS-7.
    mutating func twoTraces() -> MemoryState {
        MemoryState(
            stability: magnitude(in: 0.0001...36500), difficulty: number(in: 1...10),
            fastStability: magnitude(in: 0.0001...36500))
    }

    mutating func state() -> MemoryState {
        MemoryState(
            stability: magnitude(in: 0.001...36500), difficulty: number(in: 1...10))
    }
}
