import StudyCore
import Testing

@Suite("Sessions up to an exam")
struct StudyRoutineTests {
    /// Monday 2026-11-23, 18:00, an hour ahead of UTC.
    private let now = Timestamp(milliseconds: 1_795_453_200_000)
    private let clock = StudyClock(utcOffset: 60)
    private let routine = StudyRoutine(secondsPerDay: 1200)

    private func exam(days: Int, hour: Int) -> Timestamp {
        now.adding(seconds: Double(days * 24 + hour - 18) * 3600)
    }

    @Test func `One session a day, the last one on the exam's morning`() {
        let sessions = routine.sessions(
            from: now, to: exam(days: 4, hour: 9), studied: 0, clock: clock)
        #expect(sessions.map { clock.minutes(of: $0.time) } == [1080, 1140, 1140, 1140, 480])
        #expect(sessions.map(\.seconds) == [1200, 1200, 1200, 1200, 600])
        #expect(sessions.map { $0.day - sessions[0].day } == [0, 1, 2, 3, 4])
    }

    @Test func `Days off have no session, today always has one`() {
        var routine = routine
        routine.daysOff = [.monday, .wednesday]
        let sessions = routine.sessions(
            from: now, to: exam(days: 3, hour: 18), studied: 0, clock: clock)
        #expect(sessions.map(\.day.weekday) == [.monday, .tuesday, .thursday])
        #expect(sessions.map(\.seconds) == [0, 1200, 1200])
    }

    @Test(arguments: [
        (0.0, 1, 9, [1200.0, 600.0]),
        (900, 1, 9, [300, 600]),
        (9000, 1, 9, [0, 600]),
        (0, 1, 7, [1200]),
        (0, 1, 14, [1200, 1200]),
        (0, 0, 19, [1200]),
        (0, 0, 18, []),
        (0, -1, 12, []),
    ])
    func `What is left of the time`(
        studied: Double, days: Int, hour: Int, seconds: [Double]
    ) {
        let sessions = routine.sessions(
            from: now, to: exam(days: days, hour: hour), studied: studied, clock: clock)
        #expect(sessions.map(\.seconds) == seconds)
    }

    @Test func `No session takes longer than there is until the exam`() {
        let sessions = routine.sessions(
            from: now, to: now.adding(seconds: 300), studied: 0, clock: clock)
        #expect(sessions.map(\.seconds) == [300])
    }

    @Test func `A year ahead, all days off: only today, without time`() {
        var routine = routine
        routine.daysOff = Set(Weekday.allCases)
        let sessions = routine.sessions(
            from: now, to: exam(days: 365, hour: 9), studied: 0, clock: clock)
        #expect(sessions.map(\.seconds) == [0])
    }
}
