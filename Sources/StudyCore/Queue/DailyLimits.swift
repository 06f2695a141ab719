/// How many cards a study day may bring, over all sessions of the day.
package struct DailyLimits: Hashable, Sendable {
    /// Cards introduced in a day, at least 0.
    package let new: Int
    /// Cards in review asked in a day, at least 0; steps do not count.
    package let reviews: Int

    /// Takes a number below 0 for 0.
    package init(new: Int = 20, reviews: Int = 200) {
        self.new = max(0, new)
        self.reviews = max(0, reviews)
    }

    /// What is left of the limits after a part of the day; never below zero.
    ///
    /// - Parameters:
    ///   - introduced: New cards answered for the first time today.
    ///   - reviewed: Cards in review answered today.
    /// - Returns: The rest.
    package func remaining(introduced: Int, reviewed: Int) -> DailyLimits {
        DailyLimits(new: new - introduced, reviews: reviews - reviewed)
    }
}
