/// When one study day ends and the next begins.
///
/// A value: it holds the difference to UTC that was in force at one moment. An event keeps its own,
/// so a replay gives the same days on a machine in another time zone.
package struct StudyClock: Hashable, Sendable {
    /// Minutes that local time is ahead of UTC; negative in the west.
    package let utcOffset: Int
    /// Minutes after local midnight at which a study day begins, 0–1439.
    package let rollover: Int

    package init(utcOffset: Int, rollover: Int = StudyClock.defaultRollover) {
        self.utcOffset = utcOffset
        self.rollover = rollover
    }

    /// 04:00, when nearly everybody's evening is over.
    package static let defaultRollover = 240

    /// The study day in which a moment lies.
    package func day(of time: Timestamp) -> StudyDay {
        let shifted = time.milliseconds + Int64(utcOffset - rollover) * 60_000
        return StudyDay(number: Int(shifted.floorDivided(by: 86_400_000)))
    }

    /// Minutes after local midnight, 0–1439.
    package func minutes(of time: Timestamp) -> Int {
        let local = time.milliseconds + Int64(utcOffset) * 60_000
        return Int((local - local.floorDivided(by: 86_400_000) * 86_400_000) / 60_000)
    }

    /// The moment at which a study day begins.
    package func start(of day: StudyDay) -> Timestamp {
        Timestamp(
            milliseconds: Int64(day.number) * 86_400_000 - Int64(utcOffset - rollover) * 60_000)
    }
}

extension Int64 {
    /// Division that rounds toward negative infinity, so that days before 1970 come out right.
    fileprivate func floorDivided(by divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
