/// When a learner studies: minutes a day, days off, and the hour of the evening.
package struct StudyRoutine: Hashable, Sendable {
    /// Seconds set aside on each study day.
    package var secondsPerDay: Double
    /// Days of the week without study.
    package var daysOff: Set<Weekday>
    /// Minutes after local midnight at which later days' sessions are expected.
    package var evening: Int

    package init(
        secondsPerDay: Double, daysOff: Set<Weekday> = [],
        evening: Int = StudyRoutine.standardEvening
    ) {
        self.secondsPerDay = secondsPerDay.isFinite ? max(secondsPerDay, 0) : 0
        self.daysOff = daysOff
        self.evening = evening
    }

    /// 19:00; fourteen hours before an exam at nine.
    package static let standardEvening = 1140
    /// The most seconds on an exam's day before noon: nobody studies long then.
    package static let morningSeconds = 600.0
    /// Seconds between the last session and the exam.
    private static let pause = 3600.0
    /// A session on the exam's day begins no earlier than this many minutes after local midnight.
    private static let earliest = 420
    private static let noon = 720

    /// The sessions from now to an exam, in order of time; none when the exam is over.
    ///
    /// The first one is now, with what is left of today's time, and there even on a day off: a learner who asks
    /// wants to know what to do. The others are in the evening; on the exam's day the session is an hour before it.
    ///
    /// - Parameters:
    ///   - now: When the plan is made.
    ///   - exam: When the exam begins.
    ///   - studied: Seconds studied today so far.
    ///   - clock: The learner's study days.
    /// - Returns: The sessions.
    package func sessions(
        from now: Timestamp, to exam: Timestamp, studied: Double, clock: StudyClock
    ) -> [PlanSession] {
        guard now < exam else { return [] }
        let (today, last) = (clock.day(of: now), clock.day(of: exam))
        var sessions: [PlanSession] = []
        for number in today.number...max(last.number, today.number) {
            let day = StudyDay(number: number)
            let isToday = day == today
            if daysOff.contains(day.weekday), !isToday { continue }
            let time = isToday ? now : time(on: day, before: exam, clock: clock)
            guard let time, now <= time, time < exam else { continue }
            var seconds = daysOff.contains(day.weekday) ? 0 : secondsPerDay
            if isToday { seconds -= max(studied, 0) }
            if day == last, clock.minutes(of: exam) < Self.noon, !isToday {
                seconds = min(seconds, Self.morningSeconds)
            }
            seconds = min(seconds, exam.seconds - time.seconds)
            sessions.append(PlanSession(day: day, time: time, seconds: seconds))
        }
        return sessions
    }

    /// The moment of a later day's session; nil when the exam comes too early in that day.
    private func time(on day: StudyDay, before exam: Timestamp, clock: StudyClock) -> Timestamp? {
        let start = clock.start(of: day)
        func moment(_ minutes: Int) -> Timestamp {
            start.adding(seconds: Double((minutes - clock.rollover + 1440) % 1440) * 60)
        }
        let usual = moment(evening)
        let latest = exam.adding(seconds: -Self.pause)
        if usual <= latest { return usual }
        return moment(Self.earliest) <= latest ? latest : nil
    }
}
