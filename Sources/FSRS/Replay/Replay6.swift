/// Replays by FSRS-6, eight cards at once.
///
/// The formulas are those of `FSRS6`. All branches are computed and the right one is chosen for each card.
struct Replay6: Replay {
    private let rows: ReplayRows
    private let w: [Double]
    private let decay, factor, easyDifficulty, lapseShare: Double
    private let firstDifficulty: [Double]

    /// Makes a log ready, with 21 values inside their bounds.
    init(_ log: ReviewLog, _ w: [Double]) {
        rows = ReplayRows(log)
        self.w = w
        decay = -w[20]
        factor = exponential(logarithm(0.9) / decay) - 1
        let powers = (0..<4).map { exponential(w[5] * Double($0)) }
        firstDifficulty = powers.map { (w[4] - $0 + 1).clamped(to: FSRS6.difficultyRange) }
        easyDifficulty = w[4] - powers[3] + 1
        lapseShare = exponential(-w[17] * w[18])
    }

    var cards: [Int] { rows.cards }

    func numbers(of range: Range<Int>) -> [Double] {
        var numbers: [Double] = []
        numbers.reserveCapacity(range.count * 3)
        for start in stride(from: range.lowerBound, to: range.upperBound, by: WideLanes.scalarCount)
        {
            let (stability, difficulty) = states(
                after: rows.ofBlock(start / WideLanes.scalarCount))
            for lane in 0..<min(WideLanes.scalarCount, range.upperBound - start) {
                numbers.append(stability[lane])
                numbers.append(difficulty[lane])
                numbers.append(0)
            }
        }
        return numbers
    }

    /// The memory after all reviews of a block, by card.
    private func states(
        after rows: ArraySlice<ReplayRows.Row>
    ) -> (stability: WideLanes, difficulty: WideLanes) {
        guard let start = rows.first else { return (.zero, .zero) }
        var (stability, difficulty) = first(start.rating)
        for row in rows.dropFirst() {
            let (rating, days) = (row.rating, row.days)
            let again = rating .== 1
            let sameDay = days .< 1
            let lapse = again .& .!sameDay
            let offset = rating - 3

            let base = 1 + factor * days / stability
            let forgotten = -exponentialMinusOne(decay * logarithm(base))
            let logStability = logarithm(stability.replacing(with: stability + 1, where: lapse))
            let first = exponentialMinusOne(
                (w[8] - w[9] * logStability)
                    .replacing(with: w[13] * logStability, where: lapse)
                    .replacing(
                        with: w[17] * (offset + w[18]) - w[19] * logStability, where: sameDay))
            var secondArgument = w[10] * forgotten
            if any(lapse) {
                secondArgument.replace(
                    with: w[14] * forgotten - w[12] * logarithm(difficulty), where: lapse)
            }
            let second = exponentialMinusOne(secondArgument)

            let bonus = WideLanes(repeating: 1)
                .replacing(with: w[15], where: rating .== 2)
                .replacing(with: w[16], where: rating .== 4)
            let grown = stability * (1 + (first + 1) * (11 - difficulty) * second * bonus)
            let left = w[11] * (second + 1) * first
            let most = stability * lapseShare
            let lapsed = left.replacing(with: most, where: left .> most)
            let held = first.replacing(with: 0, where: (first .< 0) .& .!again)
            let next = grown.replacing(with: lapsed, where: lapse)
                .replacing(with: stability + stability * held, where: sameDay)
                .clamped(to: FSRS6.stabilityRange)
            let moved = difficulty - w[6] * offset * (10 - difficulty) * (1 / 9)
            let nextDifficulty = (w[7] * easyDifficulty + (1 - w[7]) * moved)
                .clamped(to: FSRS6.difficultyRange)
            let isReviewed = rating .> 0
            stability.replace(with: next, where: isReviewed)
            difficulty.replace(with: nextDifficulty, where: isReviewed)
        }
        return (stability, difficulty)
    }

    private func first(_ rating: WideLanes) -> (stability: WideLanes, difficulty: WideLanes) {
        var stability = WideLanes(repeating: w[2])
        var difficulty = WideLanes(repeating: firstDifficulty[2])
        for index in [0, 1, 3] {
            let mask = rating .== Double(index + 1)
            stability.replace(with: w[index], where: mask)
            difficulty.replace(with: firstDifficulty[index], where: mask)
        }
        return (stability, difficulty)
    }
}
