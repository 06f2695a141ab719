/// The loss of FSRS-6 on eight cards at once, and its slope against each parameter.
///
/// Forward through the reviews of a card, then back: what a review's stability and difficulty cost later is handed to
/// the review before. The formulas are those of `FSRS6`, each with its derivative.
struct Kernel6 {
    /// What the way back needs of a review on the way forth.
    private struct Record {
        var stability = Lanes.zero
        var difficulty = Lanes.zero
        var recall = Lanes.zero
        /// The slope of the loss against the probability of recall.
        var recallSlope = Lanes.zero
        /// 1 / (1 + f t / S), and the logarithm of what stands below the line.
        var curve = Lanes.zero
        var logCurve = Lanes.zero
        /// The logarithm of the stability, of one more after a lapse.
        var logStability = Lanes.zero
        var logDifficulty = Lanes.zero
        var first = Lanes.zero
        var second = Lanes.zero
        /// 0 where the stability that followed was moved into its range, else 1.
        var free = Lanes.zero
        /// The same for difficulty.
        var freeDifficulty = Lanes.zero
    }

    static let count = FSRS6Parameters.count

    private let w: [Lanes]
    private let decay, factor, factorSlope: Lanes
    private let easyDifficulty, easySlope: Lanes
    private let lapseShare: Lanes
    private let firstDifficulty: [Lanes]
    private let firstExponential: [Lanes]
    private var records: [Record] = []

    /// The same parameters for all cards.
    init(_ parameters: [Double]) {
        self.init(parameters.map { Lanes(repeating: Float($0)) })
    }

    /// Parameters of its own for each card.
    init(_ parameters: [Lanes]) {
        w = parameters
        decay = -parameters[20]
        let logShare = Float(logarithm(0.9))
        let full = exponential(logShare / decay)
        factor = full - 1
        factorSlope = -logShare * full / (decay * decay)
        firstExponential = (0..<4).map { exponential(parameters[5] * Float($0)) }
        firstDifficulty = firstExponential.map { parameters[4] - $0 + 1 }
        easyDifficulty = firstDifficulty[3]
        easySlope = -3 * firstExponential[3]
        lapseShare = exponential(-parameters[17] * parameters[18])
    }

    /// The loss of a block, by card.
    mutating func loss(of steps: ArraySlice<PackedReviews.Step>) -> Lanes {
        forward(steps, isRecorded: false)
    }

    /// The loss of a block, by card; the slopes are added to `gradient`, a vector for each parameter.
    mutating func loss(of steps: ArraySlice<PackedReviews.Step>, gradient: inout [Lanes]) -> Lanes {
        makeRoom(for: steps.count)
        let loss = forward(steps, isRecorded: true)
        backward(steps, gradient: &gradient)
        return loss
    }

    private mutating func makeRoom(for count: Int) {
        guard records.count < count else { return }
        records = Array(repeating: Record(), count: count)
    }

    @inline(__always)
    private mutating func forward(
        _ steps: ArraySlice<PackedReviews.Step>, isRecorded: Bool
    ) -> Lanes {
        let start = steps.startIndex
        var (stability, difficulty) = first(steps[start].rating)
        var loss = Lanes.zero
        for index in 1..<max(1, steps.count) {
            let step = steps[start + index]
            let rating = step.rating
            let again = rating .== 1
            let sameDay = step.days .< 1
            let lapse = again .& .!sameDay
            let base = 1 + factor * step.days / stability
            let logBase = logarithm(base)
            let recall = exponential(decay * logBase)
            let forgotten = 1 - recall
            let probability = recall.replacing(with: forgotten, where: again).atLeast(1e-7)
            loss -= step.weight * logarithm(probability)
            let slope = step.weight / probability

            var record = Record()
            record.stability = stability
            record.difficulty = difficulty
            record.recall = recall
            record.recallSlope = slope.replacing(with: -slope, where: .!again)
            record.curve = 1 / base
            record.logCurve = logBase

            let logStability = logarithm(
                stability.replacing(with: stability + 1, where: lapse))
            let offset = rating - 3
            let firstArgument = (w[8] - w[9] * logStability)
                .replacing(with: w[13] * logStability, where: lapse)
                .replacing(
                    with: w[17] * (offset + w[18]) - w[19] * logStability, where: sameDay)
            let first = exponential(firstArgument)
            var secondArgument = w[10] * forgotten
            if any(lapse) {
                let logDifficulty = logarithm(difficulty)
                record.logDifficulty = logDifficulty
                secondArgument.replace(
                    with: w[14] * forgotten - w[12] * logDifficulty, where: lapse)
            }
            let second = exponential(secondArgument)
            record.logStability = logStability
            record.first = first
            record.second = second

            let bonus = bonus(rating)
            let grown = stability + stability * first * (11 - difficulty) * (second - 1) * bonus
            let left = w[11] * second * (first - 1)
            let most = stability * lapseShare
            let lapsed = left.replacing(with: most, where: left .> most)
            let held = first.replacing(with: 1, where: (first .< 1) .& .!again)
            let next = grown.replacing(with: lapsed, where: lapse)
                .replacing(with: stability * held, where: sameDay)
            let bounded = next.atLeast(0.001).atMost(36500)
            record.free = Lanes(repeating: 1).replacing(with: 0, where: bounded .!= next)
            let moved = difficulty - w[6] * offset * (10 - difficulty) * (1 / 9)
            let nextDifficulty = w[7] * easyDifficulty + (1 - w[7]) * moved
            let boundedDifficulty = nextDifficulty.atLeast(1).atMost(10)
            record.freeDifficulty = Lanes(repeating: 1)
                .replacing(with: 0, where: boundedDifficulty .!= nextDifficulty)
            if isRecorded { records[index] = record }
            stability = bounded
            difficulty = boundedDifficulty
        }
        return loss
    }

    /// What the rating multiplies the growth by.
    @inline(__always)
    private func bonus(_ rating: Lanes) -> Lanes {
        Lanes(repeating: 1)
            .replacing(with: w[15], where: rating .== 2)
            .replacing(with: w[16], where: rating .== 4)
    }

    private func first(_ rating: Lanes) -> (stability: Lanes, difficulty: Lanes) {
        var stability = w[2]
        var difficulty = firstDifficulty[2]
        for index in [0, 1, 3] {
            let mask = rating .== Float(index + 1)
            stability.replace(with: w[index], where: mask)
            difficulty.replace(with: firstDifficulty[index], where: mask)
        }
        return (stability, difficulty.atLeast(1).atMost(10))
    }

    private func backward(_ steps: ArraySlice<PackedReviews.Step>, gradient: inout [Lanes]) {
        let start = steps.startIndex
        var (slope, slopeDifficulty) = (Lanes.zero, Lanes.zero)
        var (g5, g6, g7, g8, g9) = (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        var (g10, g11, g12, g13, g14) =
            (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        var (g15, g16, g17, g18, g19) =
            (Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero, Lanes.zero)
        var (g4, g20) = (Lanes.zero, Lanes.zero)
        for index in stride(from: steps.count - 1, to: 0, by: -1) {
            let step = steps[start + index]
            let record = records[index]
            let rating = step.rating
            let again = rating .== 1
            let sameDay = step.days .< 1
            let lapse = again .& .!sameDay
            let recalled = .!again .& .!sameDay
            let (stability, difficulty) = (record.stability, record.difficulty)
            let offset = rating - 3

            // Difficulty.
            let toDifficulty = slopeDifficulty * record.freeDifficulty
            let room = (10 - difficulty) * (1 / 9)
            let step6 = offset * room
            let moved = difficulty - w[6] * step6
            g7 += toDifficulty * (easyDifficulty - moved)
            g4 += toDifficulty * w[7]
            g5 += toDifficulty * (w[7] * easySlope)
            let toMoved = toDifficulty * (1 - w[7])
            g6 -= toMoved * step6
            var beforeDifficulty = toMoved * (1 + w[6] * (1 / 9) * offset)

            // Stability.
            let to = slope * record.free
            var before = Lanes.zero
            var toRecall = record.recallSlope
            let (first, second) = (record.first, record.second)
            let forgotten = 1 - record.recall

            if any(recalled) {
                let here = to.replacing(with: 0, where: .!recalled)
                let hard = rating .== 2
                let easy = rating .== 4
                let bonus = bonus(rating)
                let room = 11 - difficulty
                let perBonus = here * stability * first * room
                let plain = perBonus * (second - 1)
                let gain = plain * bonus
                before += here + gain / stability * (1 - w[9])
                beforeDifficulty -= gain / room
                let byForgetting = perBonus * bonus * second
                toRecall -= w[10] * byForgetting
                g8 += gain
                g9 -= gain * record.logStability
                g10 += byForgetting * forgotten
                g15 += plain.replacing(with: 0, where: .!hard)
                g16 += plain.replacing(with: 0, where: .!easy)
            }
            if any(lapse) {
                let left = w[11] * second * (first - 1)
                let most = stability * lapseShare
                let capped = left .> most
                let here = to.replacing(with: 0, where: .!lapse)
                let onCap = here.replacing(with: 0, where: .!capped)
                let onLeft = here.replacing(with: 0, where: capped)
                before += onCap * lapseShare
                g17 -= onCap * most * w[18]
                g18 -= onCap * most * w[17]
                let byPower = onLeft * w[11] * second * first
                before += byPower * w[13] / (stability + 1)
                let byLeft = onLeft * left
                beforeDifficulty -= byLeft * w[12] / difficulty
                toRecall -= w[14] * byLeft
                g11 += byLeft * (1 / w[11])
                g12 -= byLeft * record.logDifficulty
                g13 += byPower * record.logStability
                g14 += byLeft * forgotten
            }
            if any(sameDay) {
                let held = (first .< 1) .& .!again
                let here = to.replacing(with: 0, where: .!sameDay)
                before += here.replacing(with: 0, where: .!held)
                let moving = here.replacing(with: 0, where: held) * first
                before += moving * (1 - w[19])
                let byStability = moving * stability
                g17 += byStability * (offset + w[18])
                g18 += byStability * w[17]
                g19 -= byStability * record.logStability
            }

            // Recall: R = base ^ decay.
            let byRecall = toRecall * record.recall
            let perStability = step.days / stability * record.curve
            before -= byRecall * (decay * factor) * perStability / stability
            g20 -= byRecall * (record.logCurve + decay * factorSlope * perStability)
            slope = before
            slopeDifficulty = beforeDifficulty
        }
        let rating = steps[start].rating
        for index in 0..<4 {
            let mask = rating .== Float(index + 1)
            gradient[index] += slope.replacing(with: 0, where: .!mask)
            let isFree = (firstDifficulty[index] .> 1) .& (firstDifficulty[index] .< 10)
            let here = slopeDifficulty.replacing(with: 0, where: .!(mask .& isFree))
            g4 += here
            g5 -= here * (Float(index) * firstExponential[index])
        }
        gradient[4] += g4
        gradient[5] += g5
        gradient[6] += g6
        gradient[7] += g7
        gradient[8] += g8
        gradient[9] += g9
        gradient[10] += g10
        gradient[11] += g11
        gradient[12] += g12
        gradient[13] += g13
        gradient[14] += g14
        gradient[15] += g15
        gradient[16] += g16
        gradient[17] += g17
        gradient[18] += g18
        gradient[19] += g19
        gradient[20] += g20
    }
}
