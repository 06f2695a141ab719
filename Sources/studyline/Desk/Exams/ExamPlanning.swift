import FSRS
import StudyCore
import StudyStore

/// Everything that plans of the exams ahead rest on, read once.
///
/// A value: a plan can be made of it on another thread.
struct ExamPlanning: Sendable {
    /// The exams that still have cards, the nearest first.
    let records: [ExamRecord]
    /// The cards of each exam.
    let cards: [[PlanCard]]
    /// Seconds studied for each exam today.
    let studied: [Double]
    let now: Timestamp
    let clock: StudyClock
    let model: MemoryModel
    let basis: String
    let costs: StudyCosts
    let belief: ModelBelief
    /// Seconds a day that were studied in the week before today; nil when nothing was.
    let pace: Double?

    /// Most answers from which the learner's pace is taken.
    private static let recentAnswers = 2000

    /// Reads what plans rest on; without exams ahead, nothing is planned.
    init(desk: Desk) throws {
        let store = try desk.store
        now = desk.now()
        clock = desk.clock(at: now)
        model = try desk.scheduler.model
        belief = try desk.modelBelief()
        let times = try store.answerTimes(newest: Self.recentAnswers)
        costs = StudyCosts(Self.experience(times))
        let facetPace = Self.pace(times)
        let day = clock.day(of: now)
        let week = try store.dayTotals((day + -7)...(day + -1), in: .all).values
        let seconds = week.reduce(0.0) { $0 + Double($1.milliseconds) / 1000 } / 7
        pace = seconds > 0 ? seconds : nil
        let answers = try store.answers(since: clock.start(of: day))
        var records: [ExamRecord] = []
        var cards: [[PlanCard]] = []
        var studied: [Double] = []
        let ahead = try desk.examsAhead()
        basis = Self.basis(of: ahead, model: model)
        for record in ahead {
            let own = try desk.cards(of: record.exam)
            guard !own.isEmpty else { continue }
            let ids = Set(own.map(\.candidate.card))
            records.append(record)
            cards.append(own.map { PlanCard($0, pace: facetPace($0.candidate.card.facet)) })
            studied.append(answers.reduce(0) { $0 + (ids.contains($1.card) ? $1.seconds : 0) })
        }
        (self.records, self.cards, self.studied) = (records, cards, studied)
    }

    var today: StudyDay { clock.day(of: now) }

    /// The time for study up to the last exam: that of all exams ahead together.
    ///
    /// - Parameters:
    ///   - minutes: Minutes a day for an exam, where others than those it was set with are tried.
    ///   - seconds: The seconds of the session that begins now; nil for what is left of today's.
    func sessions(
        minutes: [EventID: Double] = [:], secondsNow: Double? = nil
    ) -> [PlanSession] {
        var sessions: [PlanSession] = []
        for (record, studied) in zip(records, studied) {
            let exam = record.exam
            let routine = StudyRoutine(
                secondsPerDay: (minutes[record.id] ?? exam.minutesPerDay) * 60,
                daysOff: exam.daysOff)
            for session in routine.sessions(
                from: now, to: exam.moment, studied: studied, clock: clock)
            {
                if let same = sessions.firstIndex(where: { $0.time == session.time }) {
                    sessions[same].seconds += session.seconds
                } else {
                    sessions.append(session)
                }
            }
        }
        sessions.sort { $0.time < $1.time }
        if let secondsNow, !sessions.isEmpty { sessions[0].seconds = max(0, secondsNow) }
        return sessions
    }

    /// The problem of all exams together: a card that several ask is the nearest one's, and an exam without
    /// time of its own takes none of the others'.
    func problem(_ sessions: [PlanSession]) -> ExamProblem {
        var seen: Set<Card.ID> = []
        let exams = zip(records, cards).map { record, cards in
            ExamProblem.Exam(
                time: record.exam.moment,
                cards: record.exam.minutesPerDay > 0
                    ? cards.filter { seen.insert($0.card).inserted } : [])
        }
        return problem(exams, sessions)
    }

    /// The problem of one exam alone, with all its cards and the time up to it.
    func problem(ofExam index: Int, _ sessions: [PlanSession]) -> ExamProblem {
        let exam = records[index].exam
        return problem(
            [ExamProblem.Exam(time: exam.moment, cards: cards[index])],
            exam.minutesPerDay > 0 ? sessions.filter { $0.time < exam.moment } : [])
    }

    private func problem(
        _ exams: [ExamProblem.Exam], _ sessions: [PlanSession]
    ) -> ExamProblem {
        ExamProblem(
            exams: exams, sessions: sessions, now: now, today: today, model: model, costs: costs,
            belief: belief)
    }

    // MARK: The learner's pace

    private static func experience(_ times: [AnswerTimes]) -> StudyCosts.Experience {
        var experience = StudyCosts.Experience()
        for entry in times where entry.count > 0 && entry.seconds > 0 {
            experience.add(entry)
        }
        return experience
    }

    /// How long answers of a kind take beside the usual, drawn towards 1 where there are few.
    private static func pace(_ times: [AnswerTimes]) -> (Card.Facet) -> Double {
        let all = times.reduce((count: 0, seconds: 0.0)) {
            ($0.count + $1.count, $0.seconds + $1.seconds)
        }
        guard all.count > 0, all.seconds > 0 else { return { _ in 1 } }
        let usual = all.seconds / Double(all.count)
        var factors: [Card.Facet: Double] = [:]
        for (facet, own) in Dictionary(grouping: times, by: \.facet) {
            let seconds = own.reduce(0) { $0 + $1.seconds } + Self.prior * usual
            let count = Double(own.reduce(0) { $0 + $1.count }) + Self.prior
            factors[facet] = seconds / count / usual
        }
        return { factors[$0] ?? 1 }
    }

    /// How many answers the usual pace counts for.
    private static let prior = 20.0
}

extension PlanCard {
    fileprivate init(_ card: ExamCard, pace: Double) {
        let state = card.candidate.state
        let past = state.flatMap { state in
            state.memory.map { Past(memory: $0, time: state.lastTime, day: state.lastDay) }
        }
        self.init(
            card: card.candidate.card, guide: card.candidate.guide, past: past,
            weight: card.weight, pace: pace)
    }
}

extension StudyCosts.Experience {
    fileprivate mutating func add(_ times: AnswerTimes) {
        let index = times.rating.rawValue - 1
        if times.isFirst {
            firstCounts[index] += times.count
            firstSeconds[index] += times.seconds
        } else {
            laterCounts[index] += times.count
            laterSeconds[index] += times.seconds
        }
    }
}
