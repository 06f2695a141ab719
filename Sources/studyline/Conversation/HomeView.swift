import StudyCore
import StudyStore
import StudyTerminal

/// The first lines: what is there, what is due, what to do.
struct HomeView {
    let desk: Desk

    func show() throws {
        let terminal = desk.terminal
        let store = try desk.store
        let today = desk.today
        let counts = try store.counts(in: .all, at: desk.now(), on: today)
        guard counts.all > 0 else {
            terminal.writeWrapped(StyledText("Studyline", .heading))
            return terminal.writeWrapped(StyledText(ScopeError.empty.description))
        }
        // As many as Enter would ask: of an item's new cards one a day.
        let queue = try QuizRun(desk: desk, request: QuizRequest()).queue()
        let new = queue.count { $0.state == nil }
        let exams = try store.exams()
        // Without exams every due card may be asked, even beyond the day's limits.
        let due = exams.isEmpty ? counts.due : queue.count - new
        let answers = try desk.totals(of: today).reviews
        terminal.writeWrapped(
            "\("Studyline", .strong) · \(Phrases.count(try store.guideCount(), "guide")), \(Phrases.count(counts.all, "card"))"
        )
        var line: StyledText =
            "\(Phrases.count(due, "card"), .strong) due, \(Phrases.count(new, "new card"), .strong) today"
        if answers > 0 { line += " · \(Phrases.count(answers, "answer")) given" }
        let streak = try store.streak(on: today)
        if streak > 1 { line += " · day \(streak) in a row" }
        let isPlanned = try !desk.examsPlanned().isEmpty
        if isPlanned {
            try ExamView(desk: desk).showHome(elsewhere: queue.count, streak: streak)
        } else {
            terminal.writeWrapped(line + ".")
            try ExamView(desk: desk).showAhead()
            try ExamView(desk: desk).showAfter(exams)
        }
        let problems = try store.problemCount()
        if problems > 0 {
            terminal.writeWrapped(
                StyledText(
                    "\(Phrases.count(problems, "problem")) in the guides; 'check' lists them.",
                    .warning))
        }
        terminal.writeWrapped(
            due + new > 0 || isPlanned
                ? "Enter starts the quiz; 'help' lists the commands."
                : "Nothing is due; 'quiz all' asks anyway, 'help' lists the commands.")
    }
}
