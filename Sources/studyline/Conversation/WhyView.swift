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
    /// - Throws: When the store cannot be read.
    func show(_ record: CardRecord, form: Form? = nil, ladder: Ladder? = nil) throws {
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
        terminal.writeWrapped(try sentence(record, now: now, today: today))
        if let form {
            terminal.writeWrapped(
                "Asked as \(Phrases.name(form)): \(LadderWords.reason(for: form, ladder)).")
        }
        let history = try desk.store.history(of: record.id)
        for review in history {
            terminal.writeWrapped(line(review, clock), first: "  ", rest: "      ")
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

    /// One plain sentence on when the card is due and why.
    func sentence(_ record: CardRecord, now: Timestamp, today: StudyDay) throws -> StyledText {
        guard let state = record.state else { return "New: it has never been answered." }
        guard let memory = state.memory else {
            return "Practised \(Phrases.count(state.reviews, "time")), never yet recalled unaided."
        }
        let retention = desk.settings.retention(ofClass: record.guide?.id.classSlug)
        let recall = try desk.scheduler.retrievability(of: state, at: now, on: today) ?? 0
        let belief =
            "Recall today: \(Phrases.percent(recall)); stability \(Phrases.span(days: memory.stability)), difficulty \(Phrases.oneDecimal(memory.difficulty)) of 10."
        switch state.due {
        case .moment(let moment):
            let wait = moment.seconds - now.seconds
            let when = wait <= 0 ? "now" : "in \(Phrases.span(seconds: wait))"
            return StyledText("On its learning steps, due \(when). \(belief)")
        case .day(let day):
            let when =
                day < today
                ? "Overdue by \(Phrases.count(today - day, "day"))"
                : day == today ? "Due today" : "Due \(CalendarDate(day).short)"
            return StyledText(
                "\(when): after the last answer a memory like this keeps above \(Phrases.percent(retention)) for about \(Phrases.count(state.interval, "day")). \(belief)"
            )
        }
    }

    private func line(_ record: ReviewRecord, _ clock: StudyClock) -> StyledText {
        let review = record.review
        let time = review.time.localText(
            StudyClock(utcOffset: review.utcOffset, rollover: clock.rollover))
        var line: StyledText =
            "\(time)  \(Phrases.name(review.rating)) (\(review.rating.rawValue)), \(Phrases.name(review.form)), \(Phrases.span(seconds: review.seconds))"
        if !review.answer.isEmpty { line += " · you typed: \(review.answer, .emphasis)" }
        if let assessment = review.assessment {
            let text = AssessmentText.text(of: assessment, rating: review.rating)
            if !text.isEmpty { line += " · \(text)" }
        }
        if record.isUndone { line += StyledText(" · undone", .faint) }
        return line
    }
}
