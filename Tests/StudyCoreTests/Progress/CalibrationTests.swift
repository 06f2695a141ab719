import FSRS
import StudyCore
import Testing

/// What the calibration says of simulated students whose true memory is known.
@Suite("Calibration")
struct CalibrationTests {
    /// Scheduled and predicted by the standard parameters, whatever the learner's memory is.
    private func calibration(of learner: FSRS.Learner, seed: UInt64) -> Calibration {
        var plan = StudyPlan()
        (plan.cards, plan.days, plan.newPerDay) = (250, 150, 5)
        (plan.measuresMemory, plan.keepsReviews) = (false, true)
        var cards: [Int: (state: MemoryState, day: Int)] = [:]
        var totals: [(tenth: Int, total: RecallTotal)] = []
        for answer in StudySimulation.run(plan: plan, learner: learner, seed: seed).answers {
            let known = cards[answer.card]
            let days = known.map { Double(answer.day - $0.day) } ?? 0
            if let known, answer.day > known.day {
                let recall = plan.model.retrievability(of: known.state, after: days)
                totals.append(
                    (
                        RecallTotal.tenth(recall),
                        RecallTotal(
                            answers: 1, right: answer.rating == .again ? 0 : 1,
                            millionths: Int((recall * 1e6).rounded()))
                    ))
            }
            let state = plan.model.state(after: known?.state, rating: answer.rating, days: days)
            cards[answer.card] = (state, answer.day)
        }
        return Calibration(totals)
    }

    private let honest = FSRS.Learner(name: "standard", memory: .model(MemoryModel()))

    /// A learner whose memories last so many times as long as the standard parameters say.
    private func learner(lasting factor: Double) throws -> FSRS.Learner {
        var values = Parameters.standard.values
        for index in 0..<4 { values[index] *= factor }
        // w8: how much a recall strengthens.
        values[8] += factor < 1 ? -0.7 : 0.7
        return FSRS.Learner(
            name: "off", memory: .model(MemoryModel(parameters: try Parameters(values))))
    }

    @Test("finds the forecast honest where the student remembers as the model says")
    func wellSpecified() {
        let calibrations = (1...15).map { calibration(of: honest, seed: UInt64($0)) }
        #expect(calibrations.allSatisfy { $0.total.answers > 500 })
        // Chance alone may surprise once in a hundred times.
        #expect(calibrations.count { $0.verdict == .honest } >= 14)
        let bins = calibrations.flatMap(\.bins).filter { $0.total.answers >= 20 }
        let covered = bins.count {
            $0.total.proportion.interval.contains($0.total.predicted ?? -1)
        }
        #expect(bins.count >= 30)
        #expect(Double(covered) / Double(bins.count) > 0.9)
    }

    @Test(
        "finds it too hopeful for a student who forgets faster",
        arguments: 1...5 as ClosedRange<UInt64>)
    func hopeful(seed: UInt64) throws {
        let calibration = calibration(of: try learner(lasting: 0.4), seed: seed)
        guard case .hopeful(let points) = calibration.verdict else {
            Issue.record("\(calibration.verdict)")
            return
        }
        #expect(points > 0.03)
        let bin = try #require(calibration.bins.max { $0.total.answers < $1.total.answers })
        #expect(bin.total.proportion.interval.upperBound < bin.total.predicted ?? 0)
        #expect(try #require(calibration.error) > 0.03)
    }

    @Test(
        "finds it too modest for a student who keeps more", arguments: 1...5 as ClosedRange<UInt64>
    )
    func modest(seed: UInt64) throws {
        let calibration = calibration(of: try learner(lasting: 2.5), seed: seed)
        guard case .modest = calibration.verdict else {
            Issue.record("\(calibration.verdict)")
            return
        }
        let bin = try #require(calibration.bins.max { $0.total.answers < $1.total.answers })
        #expect(bin.total.proportion.interval.lowerBound > bin.total.predicted ?? 1)
    }

    @Test("says nothing of few reviews, and nothing at all of none")
    func few() {
        let one = RecallTotal(answers: 1, right: 0, millionths: 900_000)
        #expect(Calibration(Array(repeating: (9, one), count: 49)).verdict == .tooFew)
        #expect(Calibration(Array(repeating: (9, one), count: 50)).verdict == .hopeful(0.9))
        let none = Calibration([(tenth: Int, total: RecallTotal)]())
        #expect(none.bins.isEmpty)
        #expect(none.deviation == nil)
        #expect(none.verdict == .tooFew)
    }
}
