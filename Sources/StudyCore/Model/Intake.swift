/// Events that came in from elsewhere in one go; an event itself, so that it can be undone and redone.
package struct Intake: Hashable, Sendable {
    /// Some of a device's events: numbers without gaps.
    package struct Range: Hashable, Sendable {
        package var device: String
        package var numbers: ClosedRange<Int>

        package init(device: String, numbers: ClosedRange<Int>) {
            self.device = device
            self.numbers = numbers
        }
    }

    package var id: EventID
    /// Where they came from, as it is shown: the name of a file.
    package var source: String
    package var ranges: [Range]
    package var time: Timestamp
    /// Minutes that the learner's local time was ahead of UTC then.
    package var utcOffset: Int

    package init(
        id: EventID, source: String, ranges: [Range], time: Timestamp, utcOffset: Int
    ) {
        self.id = id
        self.source = source
        self.ranges = ranges
        self.time = time
        self.utcOffset = utcOffset
    }

    /// How many events came in.
    package var count: Int { ranges.reduce(0) { $0 + $1.numbers.count } }
}
