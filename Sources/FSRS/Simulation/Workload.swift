/// What a desired retention costs and brings.
public struct Workload: Hashable, Sendable {
    /// The probability of recall at which reviews are due.
    public let retention: Double
    /// Seconds of study a day, on average.
    public let secondsPerDay: Double
    /// Reviews a day, on average; learning steps not counted.
    public let reviewsPerDay: Double
    /// Cards remembered at the end.
    public let memorised: Double

    /// Simulates a plan at different retentions.
    ///
    /// - Parameters:
    ///   - plan: The plan; its retention is replaced.
    ///   - learner: Who studies.
    ///   - retentions: The retentions to try.
    ///   - seed: The seed of each simulation.
    /// - Returns: A point of the curve for each retention.
    public static func curve(
        of plan: StudyPlan, for learner: Learner, at retentions: [Double], seed: UInt64
    ) -> [Workload] {
        retentions.map { retention in
            var plan = plan
            plan.retention = retention
            let days = StudySimulation.run(plan: plan, learner: learner, seed: seed).days
            let count = Double(max(days.count, 1))
            return Workload(
                retention: retention, secondsPerDay: days.reduce(0) { $0 + $1.seconds } / count,
                reviewsPerDay: Double(days.reduce(0) { $0 + $1.reviews }) / count,
                memorised: days.last?.memorised ?? 0)
        }
    }
}
