import FSRS
import StudyCore
import StudyStore
import StudyTerminal

/// Why a card comes when it comes: its history, its memory, what each rating would do.
struct WhyView {
    let desk: Desk

    /// Explains a card.
    ///
    /// - Parameters:
    ///   - record: The card.
    ///   - form: The form it is asked in now; nil outside a question, when the text is shown too.
    ///   - ladder: Why in this form; nil when the learner fixed it.
    ///   - draws: Whether the forgetting curve is drawn.
    /// - Throws: When the store cannot be read.
    func show(
        _ record: CardRecord, form: Form? = nil, ladder: Ladder? = nil, draws: Bool = false
    ) throws {
        let terminal = desk.terminal
        let now = desk.now()
        let clock = desk.clock(at: now)
        let today = clock.day(of: now)
        terminal.writeWrapped(
            "\(record.guide?.term ?? "In no guide any more", .term), \(EventText.name(of: record.id.facet)) · card \(record.id.description, .code)"
        )
        if form == nil {
            terminal.writeWrapped(StyledText(record.item.text.plain, .faint), first: "  ")
        }
        let steps = try desk.steps(of: record)
        terminal.writeWrapped(try sentence(record, steps, now: now, today: today))
        if let form {
            terminal.writeWrapped(
                "Asked as \(Phrases.name(form)): \(LadderWords.reason(for: form, ladder)).")
        }
        if draws, let curve = try ForgettingCurve(record, desk: desk, now: now, today: today) {
            terminal.writeLine()
            for line in curve.lines(width: min(terminal.width, 80), style: terminal.style) {
                terminal.writeLine(line)
            }
            terminal.writeWrapped(StyledText(curve.caption))
            terminal.writeLine()
        }
        for step in steps {
            if step.isTextChanged {
                terminal.writeWrapped("-- its text was changed --", first: "  ")
            }
            terminal.writeWrapped(line(step, clock), first: "  ", rest: "      ")
            if !step.isUndone, let state = step.state {
                terminal.writeWrapped(
                    StyledText(outcome(step, state), .faint), first: "      ")
            }
        }
        if let last = steps.last, last.review.fingerprint != record.fingerprint {
            terminal.writeWrapped("-- its text was changed since --", first: "  ")
        }
        let outcomes = try desk.outcomes(
            of: record.id, after: record.state, evidence: form?.evidence ?? .recall, at: now,
            classSlug: record.guide?.id.classSlug)
        terminal.writeWrapped("Answered now, it would come again after:")
        QuestionView(terminal: terminal).showKeys(outcomes, at: now, on: today)
        for mark in marks(of: record, on: today) { terminal.writeLine(mark) }
    }

    /// What keeps a card out of quizzes or has been noted on it, a sentence each.
    func marks(of record: CardRecord, on today: StudyDay) -> [StyledText] {
        var marks: [StyledText] = []
        if record.marks.isSuspended { marks.append("It is suspended.") }
        if record.marks.isFlagged { marks.append("It is flagged.") }
        if let day = record.marks.buriedUntil, day > today {
            marks.append("It is hidden until \(CalendarDate(day).short).")
        }
        return marks
    }

    /// One plain sentence on when the card is due and why, and what is believed of it.
    func sentence(
        _ record: CardRecord, _ steps: [CardStep], now: Timestamp, today: StudyDay
    ) throws -> StyledText {
        guard let state = record.state else { return "New: it has never been answered." }
        guard let memory = state.memory else {
            return "Practised \(Phrases.count(state.reviews, "time")), never yet recalled unaided."
        }
        let retention = desk.settings.retention(ofClass: record.guide?.id.classSlug)
        let recall = try desk.scheduler.retrievability(of: state, at: now, on: today) ?? 0
        let belief =
            "Recall today: \(Phrases.percent(recall)); stability \(Phrases.span(days: memory.stability)), difficulty \(Phrases.oneDecimal(memory.difficulty)) of 10."
        let reason = WhyWords.reason(steps, state)
        switch state.due {
        case .moment(let moment):
            let wait = moment.seconds - now.seconds
            let when = wait <= 0 ? "now" : "in \(Phrases.span(seconds: wait))"
            return StyledText("On its learning steps, due \(when), \(reason). \(belief)")
        case .day(let day):
            let when =
                day < today
                ? "Overdue by \(Phrases.count(today - day, "day")): it was due \(CalendarDate(day).short)"
                : day == today ? "Due today" : "Due \(CalendarDate(day).short)"
            guard state.interval > 0, !WhyWords.isOnlyRecognised(steps) else {
                return StyledText("\(when) \(reason). \(belief)")
            }
            return StyledText(
                "\(when) \(reason) and a memory like this stays above \(Phrases.percent(retention)) for about \(Phrases.count(state.interval, "day")). \(belief)"
            )
        }
    }

    /// What was believed before an answer, and after it.
    private func outcome(_ step: CardStep, _ state: CardState) -> String {
        var parts: [String] = []
        if let recall = step.recall { parts.append("expected \(Phrases.percent(recall))") }
        if let memory = state.memory {
            parts.append(
                "then stability \(Phrases.span(days: memory.stability)), difficulty \(Phrases.oneDecimal(memory.difficulty))"
            )
        }
        let day: StudyDay
        switch state.due {
        case .moment: day = state.lastDay
        case .day(let due): day = due
        }
        parts.append(
            day == step.review.day(desk.settings.rollover)
                ? "due the same day" : "due \(CalendarDate(day).short)")
        return parts.joined(separator: ", ")
    }

    private func line(_ step: CardStep, _ clock: StudyClock) -> StyledText {
        let review = step.review
        let time = review.time.localText(
            StudyClock(utcOffset: review.utcOffset, rollover: clock.rollover))
        var line: StyledText =
            "\(time)  \(Phrases.name(review.rating)) (\(review.rating.rawValue)), \(Phrases.name(review.form)), \(Phrases.span(seconds: review.seconds))"
        if !review.answer.isEmpty { line += " · you typed: \(review.answer, .emphasis)" }
        if let assessment = review.assessment {
            let text = AssessmentText.text(of: assessment, rating: review.rating)
            if !text.isEmpty { line += " · \(text)" }
        }
        if step.isUndone { line += StyledText(" · undone", .faint) }
        return line
    }
}

extension Review {
    /// The study day on which it was given.
    func day(_ rollover: Int) -> StudyDay {
        StudyClock(utcOffset: utcOffset, rollover: rollover).day(of: time)
    }
}
