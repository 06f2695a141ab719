/// How many cards a study day may bring, over all sessions of the day.
package struct DailyLimits: Hashable, Sendable {
    /// Cards introduced in a day.
    package var new: Int
    /// Cards in review asked in a day; steps do not count.
    package var reviews: Int

    package init(new: Int = 20, reviews: Int = 200) {
        self.new = new
        self.reviews = reviews
    }

    /// What is left of the limits after a part of the day; never below zero.
    ///
    /// - Parameters:
    ///   - introduced: New cards answered for the first time today.
    ///   - reviewed: Cards in review answered today.
    /// - Returns: The rest.
    package func remaining(introduced: Int, reviewed: Int) -> DailyLimits {
        DailyLimits(new: max(0, new - introduced), reviews: max(0, reviews - reviewed))
    }
}
