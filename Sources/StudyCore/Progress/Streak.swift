/// Study days in a row.
package struct Streak: Hashable, Sendable {
    /// Days in a row with answers, up to today, or to yesterday while today has none yet.
    package let current: Int
    /// The most days in a row ever.
    package let longest: Int
    /// All days with answers.
    package let days: Int

    /// Counts the study days on which something was answered; days after today do not count.
    package init(_ days: some Sequence<StudyDay>, today: StudyDay) {
        let sorted = Set(days).filter { $0 <= today }.sorted()
        var (run, longest) = (0, 0)
        var last: StudyDay?
        for day in sorted {
            run = last.map { day - $0 == 1 } == true ? run + 1 : 1
            longest = max(longest, run)
            last = day
        }
        self.current = last.map { today - $0 <= 1 } == true ? run : 0
        self.longest = longest
        self.days = sorted.count
    }
}
