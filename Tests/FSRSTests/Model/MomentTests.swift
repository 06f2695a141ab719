import FSRS
import Testing

/// One review at the default parameters, with numbers of py-fsrs 6.3.2.
struct Moment: Sendable, CustomTestStringConvertible {
    enum Time: Double, Sendable {
        case first = -1
        case sameDay = 0
        case onTime = 10
        case overdue = 60
    }

    let rating: Rating
    let time: Time
    let stability: Double
    let difficulty: Double

    init(_ rating: Rating, _ time: Time, stability: Double, difficulty: Double) {
        self.rating = rating
        self.time = time
        self.stability = stability
        self.difficulty = difficulty
    }

    var testDescription: String { "\(rating), \(time)" }

    static let all = [
        Moment(.again, .first, stability: 0.212, difficulty: 6.4133),
        Moment(.hard, .first, stability: 1.2931, difficulty: 5.112170705601056),
        Moment(.good, .first, stability: 2.3065, difficulty: 2.118103970459016),
        Moment(.easy, .first, stability: 8.2956, difficulty: 1.0),
        Moment(.again, .sameDay, stability: 3.051248935571638, difficulty: 8.341762369296838),
        Moment(.hard, .sameDay, stability: 10.0, difficulty: 6.665995369296838),
        Moment(.good, .sameDay, stability: 10.0, difficulty: 4.9902283692968386),
        Moment(.easy, .sameDay, stability: 15.534307947166699, difficulty: 3.3144613692968385),
        Moment(.again, .onTime, stability: 1.3919869729546932, difficulty: 8.341762369296838),
        Moment(.hard, .onTime, stability: 23.246875110466814, difficulty: 6.665995369296838),
        Moment(.good, .onTime, stability: 32.02672948198672, difficulty: 4.9902283692968386),
        Moment(.easy, .onTime, stability: 51.253861646812936, difficulty: 3.3144613692968385),
        Moment(.again, .overdue, stability: 1.8039541846361438, difficulty: 8.341762369296838),
        Moment(.hard, .overdue, stability: 46.3374106119534, difficulty: 6.665995369296838),
        Moment(.good, .overdue, stability: 70.4213678283229, difficulty: 4.9902283692968386),
        Moment(.easy, .overdue, stability: 123.16317980566596, difficulty: 3.3144613692968385),
    ]
}

@Suite("Each rating at each moment")
struct MomentTests {
    @Test("of a card of ten days and middling difficulty", arguments: Moment.all)
    func review(at moment: Moment) {
        let before =
            moment.time == .first ? nil : MemoryState(stability: 10, difficulty: 5)
        let after = MemoryModel().state(
            after: before, rating: moment.rating, days: moment.time.rawValue)
        #expect(isClose(after.stability, moment.stability, relative: 1e-12))
        #expect(isClose(after.difficulty, moment.difficulty, relative: 1e-12))
    }

    @Test("part of a day is the same day, and a clock set back is too")
    func partsOfADay() {
        let model = MemoryModel()
        let before = MemoryState(stability: 10, difficulty: 5)
        for rating in Rating.allCases {
            let sameDay = model.state(after: before, rating: rating, days: 0)
            #expect(model.state(after: before, rating: rating, days: 0.999) == sameDay)
            #expect(model.state(after: before, rating: rating, days: -3) == sameDay)
        }
        let nextDay = model.state(after: before, rating: .good, days: 1)
        #expect(nextDay.stability > 10)
    }

    @Test("good after good waits 2, 11, 46, 163, 497, 1346, 3292, 7398 and 15466 days")
    func goodPath() {
        let model = MemoryModel()
        var state = model.state(after: nil, rating: .good, days: 0)
        var path: [Int] = []
        for _ in 0..<9 {
            let days = model.interval(of: state, retention: 0.9).rounded()
            path.append(Int(days))
            state = model.state(after: state, rating: .good, days: days)
        }
        #expect(path == [2, 11, 46, 163, 497, 1346, 3292, 7398, 15466])
    }
}
