import FSRS
import Testing

@Suite("Fuzz")
struct FuzzTests {
    @Test("the bounds are the reference's")
    func bounds() {
        for row in Vectors.fsrs6.fuzzBounds {
            let bounds = Fuzz.bounds(of: row.ivl, minimum: row.min, maximum: row.max)
            #expect(bounds == row.lo...row.hi, "\(row)")
        }
        #expect(Vectors.fsrs6.fuzzBounds.count == 135)
    }

    @Test("limits move the bounds, and bounds of one day above 2 get a second if they may")
    func limits() {
        #expect(Fuzz.bounds(of: 10, minimum: 11, maximum: 36500) == 11...13)
        #expect(Fuzz.bounds(of: 3, minimum: 5, maximum: 36500) == 5...6)
        #expect(Fuzz.bounds(of: 3, minimum: 5, maximum: 5) == 5...5)
        #expect(Fuzz.bounds(of: 100, minimum: 1, maximum: 95) == 88...95)
        #expect(Fuzz.bounds(of: 100, minimum: 50, maximum: 10) == 10...10)
        #expect(Fuzz.bounds(of: 2.4, minimum: 1, maximum: 36500) == 2...2)
        #expect(Fuzz.bounds(of: -5, minimum: 0, maximum: 0) == 1...1)
        #expect(Fuzz.bounds(of: .nan, minimum: 3, maximum: 9) == 3...4)
        #expect(Fuzz.bounds(of: .infinity, minimum: 1, maximum: .max).upperBound == 1_000_000)
    }

    @Test("each day of the bounds is chosen, as often as another")
    func choice() {
        let count = 1000
        var chosen: [Int: Int] = [:]
        for step in 0..<count {
            let days = Fuzz.interval(
                10, minimum: 1, maximum: 36500, unit: (Double(step) + 0.5) / Double(count))
            chosen[days, default: 0] += 1
        }
        #expect(chosen == [8: 200, 9: 200, 10: 200, 11: 200, 12: 200])
    }

    @Test("a number out of 0…1 stays inside the bounds", arguments: [-1, 0, 1, 7, .nan, .infinity])
    func oddUnits(unit: Double) {
        let days = Fuzz.interval(10, minimum: 1, maximum: 36500, unit: unit)
        #expect((8...12).contains(days))
    }
}
