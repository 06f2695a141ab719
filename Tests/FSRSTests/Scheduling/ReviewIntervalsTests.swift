import FSRS
import Testing

@Suite("Whole days by rating")
struct ReviewIntervalsTests {
    /// The model's days for again, hard, good and easy, and the whole days wanted.
    struct Row: Sendable, CustomTestStringConvertible {
        let days: [Double]
        let previous: Int
        var maximum = 36500
        var unit: Double?
        let wanted: [Int]

        var testDescription: String { "\(days) after \(previous), unit \(unit ?? -1)" }
    }

    @Test(
        "a card in review",
        arguments: [
            // Rounded to the nearest day, halves up, and kept apart.
            Row(days: [0.4, 3.2, 8.5, 20.49], previous: 2, wanted: [1, 3, 9, 20]),
            Row(days: [1, 1, 1, 1], previous: 0, wanted: [1, 1, 2, 3]),
            Row(days: [0, 0, 0, 0], previous: 0, wanted: [1, 1, 2, 3]),
            Row(days: [2, 10, 10, 10], previous: 3, wanted: [2, 10, 11, 12]),
            // Grown by less than half a day: still not below the one before.
            Row(days: [1, 10.2, 10.3, 10.4], previous: 10, wanted: [1, 10, 11, 12]),
            // Inside the window of the one before: not below it.
            Row(days: [1, 9, 9.4, 30], previous: 10, wanted: [1, 10, 11, 30]),
            // Truly shorter, because more retention is wanted now: left alone.
            Row(days: [1, 4, 6, 9], previous: 100, wanted: [1, 4, 6, 9]),
            // The maximum wins over the order.
            Row(days: [5, 90, 95, 200], previous: 60, maximum: 92, wanted: [5, 90, 92, 92]),
            Row(days: [5, 9, 9, 9], previous: 9, maximum: 3, wanted: [3, 3, 3, 3]),
            // Spread down: never below the one before plus a day.
            Row(days: [1, 21, 40, 60], previous: 20, unit: 0, wanted: [1, 21, 36, 55]),
            Row(days: [1, 21, 40, 60], previous: 20, unit: 0.999, wanted: [1, 24, 44, 65]),
            Row(
                days: [.nan, .nan, .infinity, -.infinity], previous: .max,
                wanted: [1, 1, 36500, 36500]),
            Row(days: [1, 5, 6, 7], previous: .min, wanted: [1, 5, 6, 7]),
        ])
    func review(row: Row) {
        let intervals = ReviewIntervals(
            days: { row.days[$0.rawValue - 1] }, previous: row.previous, maximum: row.maximum,
            unit: row.unit)
        #expect(Rating.allCases.map { intervals[$0] } == row.wanted)
        #expect([intervals.again, intervals.hard, intervals.good, intervals.easy] == row.wanted)
    }

    @Test(
        "a card that leaves its steps",
        arguments: [
            Row(days: [0.2, 1.3, 2.3, 8.3], previous: 0, wanted: [1, 1, 2, 8]),
            Row(days: [0.2, 0.2, 0.2, 0.2], previous: 0, wanted: [1, 1, 1, 2]),
            Row(days: [1, 2, 12, 12], previous: 0, unit: 0.999, wanted: [1, 2, 14, 17]),
            Row(days: [1, 2, 12, 12], previous: 0, maximum: 7, wanted: [1, 2, 7, 7]),
        ])
    func graduation(row: Row) {
        let intervals = ReviewIntervals(
            graduating: { row.days[$0.rawValue - 1] }, maximum: row.maximum, unit: row.unit)
        #expect(Rating.allCases.map { intervals[$0] } == row.wanted)
    }

    @Test("for any memory, better ratings wait longer, within the limits")
    func order() throws {
        var random = RandomModels(seed: 3)
        for _ in 0..<2000 {
            let model = try random.model6()
            let (state, elapsed) = (random.state(), random.days())
            let previous = Int(random.days())
            let intervals = ReviewIntervals(
                days: { rating in
                    let next = model.state(after: state, rating: rating, days: elapsed)
                    return model.interval(of: next, retention: 0.9)
                }, previous: previous, unit: random.generator.unit())
            #expect(intervals.hard < intervals.good || intervals.hard == 36500)
            #expect(intervals.good < intervals.easy || intervals.good == 36500)
            #expect(intervals.hard >= 1 && intervals.easy <= 36500 && intervals.again >= 1)
        }
    }
}
