/// How a simulated learner studies.
public struct StudyPlan: Hashable, Sendable {
    /// Cards to learn in all; none where negative, as with all counts here.
    public var cards = 10000
    /// Study days to simulate, 36500 at most.
    public var days = 365
    /// New cards a day.
    public var newPerDay = 20
    /// Reviews a day, new cards and steps not counted.
    public var reviewsPerDay = Int.max
    /// Seconds a day after which nothing more is begun; infinity for no limit.
    public var secondsPerDay = 1800.0
    /// The share of days on which the learner studies at all, 0 to 1.
    public var attendance = 1.0
    /// The probability of recall at which reviews are due, 0.0001 to 0.9999.
    public var retention = 0.9
    /// The model that schedules; it need not be the learner's memory.
    public var model = MemoryModel()
    /// The longest interval, in days.
    public var maximumInterval = ReviewIntervals.standardMaximum
    /// Whether due dates are spread.
    public var fuzz = true
    /// Whether each day's memorised cards are counted, which takes longer than all the rest.
    public var measuresMemory = true
    /// Whether each review is kept, and not only each day's totals.
    public var keepsReviews = false
    /// Reviews after which the simulation ends.
    public var longestLog = Int.max

    /// The standard plan: 20 new cards and half an hour a day for a year.
    public init() {}
}
