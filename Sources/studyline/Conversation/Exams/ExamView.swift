import StudyCore
import StudyStore
import StudyTerminal

/// The lines about exams among others: at home, before and after a quiz.
struct ExamView {
    let desk: Desk
    private let phrases: ExamPhrases

    init(desk: Desk) {
        self.desk = desk
        phrases = ExamPhrases(desk: desk)
    }

    private var terminal: any Terminal { desk.terminal }

    // MARK: Home

    /// What today's plan asks and what the exams will come to, by the plan kept last: it waits for none.
    ///
    /// - Parameters:
    ///   - elsewhere: Cards to be asked that no exam is about.
    ///   - streak: Study days in a row.
    func showHome(elsewhere: Int, streak: Int) throws {
        let kept = try desk.examPlans.kept()
        var line: StyledText
        if let kept, try desk.examPlans.isCurrent(kept) {
            line =
                kept.tasks.isEmpty
                ? "Today's plan is done" : "Today's plan: \(phrases.work(kept.tasks), .strong)"
        } else {
            line = "Today's plan is made when you begin"
        }
        if elsewhere > 0 { line += " · \(Phrases.count(elsewhere, "other card")) to ask" }
        if streak > 1 { line += " · day \(streak) in a row" }
        terminal.writeWrapped(line + ".")
        try showAhead()
    }

    /// What the exams ahead will come to, by the plan kept last.
    func showAhead() throws {
        let records = try desk.examsAhead()
        guard !records.isEmpty else { return }
        let kept = try desk.examPlans.kept()
        let isCurrent = try desk.examPlans.isCurrent(kept)
        for (index, record) in records.enumerated() {
            guard let outlook = kept?.outlook(of: record.id) else {
                terminal.writeWrapped(phrases.name(record.exam) + ".")
                continue
            }
            var line: StyledText =
                "\(phrases.name(record.exam)): \(phrases.forecast(outlook, of: record.exam))"
            if isCurrent, let target = phrases.target(outlook, of: record.exam) {
                line += "; \(target)"
            }
            if let kept, !isCurrent { line += " (planned \(age(of: kept)))" }
            if isCurrent, index == 0, let worth = worth(of: kept?.tasks ?? [], outlook) {
                line += "; \(worth)"
            }
            terminal.writeWrapped(line + ".")
        }
    }

    /// `yesterday`, `3 days ago`.
    private func age(of kept: KeptPlan) -> String {
        let days = desk.today - StudyDay(number: kept.day)
        return days == 0 ? "before the last change" : days == 1 ? "yesterday" : "\(days) days ago"
    }

    /// What today's cards alone make of the score; nil when there are none.
    private func worth(of tasks: [KeptPlan.Task], _ outlook: KeptPlan.Outlook) -> StyledText? {
        guard !tasks.isEmpty else { return nil }
        return
            "today's cards alone make it \(Phrases.percent(outlook.afterToday)) instead of \(Phrases.percent(outlook.idle.mean))"
    }

    /// An exam that was over lately: its result, and how its cards come back.
    func showAfter(_ exams: [ExamRecord]) throws {
        let now = desk.now()
        guard let last = exams.last(where: { $0.exam.moment <= now }) else { return }
        let day = desk.clock(at: last.exam.moment).day(of: last.exam.moment)
        guard AfterExam(exam: day).concerns(desk.today) else { return }
        if last.result == nil {
            terminal.writeWrapped(
                "\(last.exam.name, .term) is over: 'exam result SCORE' shows how good the forecast was."
            )
        }
        let isHeldBack = try desk.heldBack()
        let waiting = try desk.store.dueCards(
            in: .all, at: now, on: desk.today, limit: .max
        ).count(where: isHeldBack)
        guard waiting > 0 else { return }
        terminal.writeWrapped(
            "\(Phrases.count(waiting, "card")) that the exam left past their day come back over the fortnight after it."
        )
    }

    // MARK: Quiz

    /// Says that a quiz follows a plan.
    func announce(_ planned: PlannedQueue) {
        let work =
            planned.tasks.isEmpty
            ? "\(Phrases.count(planned.candidates.count, "card")) more"
            : phrases.work(planned.tasks)
        terminal.writeWrapped(
            "By the plan for \(planned.record.exam.name, .term), \(phrases.appointment(planned.record.exam)): \(work). 'quiz due' asks what is due otherwise."
        )
    }

    /// After a session: what the nearest exam will come to now.
    func showEnd() throws {
        guard let (planning, made) = try desk.examPlans.renewed(),
            let record = planning.records.first, let outlook = made.kept.outlook(of: record.id)
        else { return }
        let left = made.kept.tasks
        let rest =
            left.isEmpty
            ? "today's plan is done" : "\(Phrases.count(left.count, "card")) left today"
        terminal.writeWrapped(
            "\(record.exam.name, .term), \(phrases.appointment(record.exam)): \(phrases.forecast(outlook, of: record.exam)); \(rest)."
        )
    }
}
