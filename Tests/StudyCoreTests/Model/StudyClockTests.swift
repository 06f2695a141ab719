import StudyCore
import Testing

@Suite("Study days")
struct StudyClockTests {
    static func utc(day: Int, _ hour: Int, _ minute: Int) -> Timestamp {
        Timestamp(milliseconds: Int64((day * 24 + hour) * 60 + minute) * 60_000)
    }

    @Test(
        "begin at the rollover hour, local time",
        arguments: [
            (0, 240, utc(day: 10, 3, 59), 9), (0, 240, utc(day: 10, 4, 0), 10),
            (0, 0, utc(day: 10, 0, 0), 10), (0, 0, utc(day: 9, 23, 59), 9),
            (120, 240, utc(day: 10, 1, 59), 9), (120, 240, utc(day: 10, 2, 0), 10),
            (-300, 240, utc(day: 10, 8, 59), 9), (-300, 240, utc(day: 10, 9, 0), 10),
            (840, 240, utc(day: 9, 14, 0), 10), (0, 1439, utc(day: 10, 23, 58), 9),
            (0, 240, utc(day: 0, 0, 0), -1), (0, 240, utc(day: -1, 3, 59), -2),
            (0, 240, utc(day: -1, 4, 0), -1),
        ])
    func day(utcOffset: Int, rollover: Int, time: Timestamp, expected: Int) {
        let clock = StudyClock(utcOffset: utcOffset, rollover: rollover)
        #expect(clock.day(of: time) == StudyDay(number: expected))
    }

    @Test("begin at the first moment that is in them", arguments: [-720, -210, 0, 345, 840])
    func start(utcOffset: Int) {
        for rollover in [0, 240, 1439] {
            let clock = StudyClock(utcOffset: utcOffset, rollover: rollover)
            for number in [-400, -1, 0, 1, 20_000] {
                let start = clock.start(of: StudyDay(number: number))
                #expect(clock.day(of: start) == StudyDay(number: number))
                #expect(
                    clock.day(of: start.adding(seconds: -0.001)) == StudyDay(number: number - 1))
            }
        }
    }

    @Test("are hidden days for a buried card until the one that was set")
    func buried() {
        let marks = CardMarks(buriedUntil: StudyDay(number: 5))
        #expect(
            (3...6).map { marks.isHidden(on: StudyDay(number: $0)) } == [true, true, false, false])
        #expect(CardMarks(isSuspended: true).isHidden(on: StudyDay(number: 9)))
        #expect(!CardMarks(isFlagged: true).isHidden(on: StudyDay(number: 9)))
    }
}
