import FSRS
import StudyCore
import StudyStore
import StudyTerminal

/// The end of a session: what was answered, what comes when.
struct SummaryView {
    let desk: Desk
    /// The plan of an exam decides when cards come again, not their due days.
    var isPlanned = false

    func show(_ session: QuizSession, ending: QuizConversation.Ending) throws {
        let terminal = desk.terminal
        let tally = session.tally
        terminal.writeLine()
        if tally.answers == 0 {
            return terminal.writeWrapped("Nothing was answered.")
        }
        var first: StyledText =
            "\(Phrases.count(tally.answers, "answer"), .strong), \(Phrases.percent(Double(tally.right) / Double(tally.answers))) right"
        if tally.introduced > 0 { first += ", \(Phrases.count(tally.introduced, "new card"))" }
        if tally.seconds >= 1 { first += ", \(Phrases.duration(seconds: tally.seconds))" }
        terminal.writeWrapped(first + ".")
        try showGains(tally)
        if !isPlanned { showTimes(tally) }
        try showHardest(tally)
        switch ending {
        case .left, .finished(.limit), .finished(.time):
            if session.remaining > 0 || !tally.skipped.isEmpty {
                terminal.writeWrapped("All answers are saved; what was not asked stays due.")
            }
        case .finished(.finished):
            let next = try NextDue(desk: desk, scope: .all).words.map { " Next: \($0)." } ?? ""
            terminal.writeWrapped(StyledText("That is all for now.\(next)"))
        }
        try ExamView(desk: desk).showEnd()
        try FitReminder(desk: desk).show()
    }

    /// How much more of each guide will be recalled tomorrow, the greatest gains first.
    private func showGains(_ tally: Tally) throws {
        let tomorrow = desk.today + 1
        let time = desk.now().adding(seconds: 86_400)
        let scheduler = try desk.scheduler
        var earlier: [Guide.ID: [Card.ID: CardState?]] = [:]
        for entry in tally.entries where earlier[entry.guide]?[entry.card] == nil {
            earlier[entry.guide, default: [:]][entry.card] = .some(entry.before)
        }
        let gains = try earlier.compactMap { id, states -> (term: String, gain: SessionGain)? in
            guard let guide = try desk.store.guide(id) else { return nil }
            let cards = guide.items.flatMap(\.cards).map { ($0.card, $0.state, $0.marks) }
            return SessionGain(of: id, cards: cards, earlier: states) {
                scheduler.retrievability(of: $0, at: time, on: tomorrow)
            }.map { (guide.head.term, $0) }
        }.sorted { ($1.gain.gain, $0.term) < ($0.gain.gain, $1.term) }
        // What moves by less than a point is not worth a line.
        let moved = gains.filter { abs($0.gain.gain) >= 0.005 }
        guard !moved.isEmpty else { return }
        var told = moved.prefix(Self.guides).map { term, gain -> StyledText in
            let figures = "\(Phrases.percent(gain.before)) -> \(Phrases.percent(gain.after))"
            return "\(term, .term) \(figures.replacing(" ", with: "\u{A0}"))"
        }
        let rest = moved.count - Self.guides
        if rest > 0 { told.append(StyledText(Phrases.count(rest, "more guide"))) }
        desk.terminal.writeWrapped(
            StyledText("Recall expected tomorrow, before this session -> after: ")
                + told.joined(separator: ", ") + ".")
    }

    /// Most guides whose gains are told.
    private static let guides = 5

    /// When the cards of the session come again.
    private func showTimes(_ tally: Tally) {
        let today = desk.today
        var groups = [("later today", 0), ("tomorrow", 0), ("within a week", 0), ("later", 0)]
        for outcome in tally.outcomes {
            switch outcome.state.due {
            case .moment: groups[0].1 += 1
            case .day(let day):
                let wait = day - today
                groups[wait <= 0 ? 0 : wait == 1 ? 1 : wait <= 7 ? 2 : 3].1 += 1
            }
        }
        let parts = groups.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }
        desk.terminal.writeWrapped("They come again: \(parts.joined(separator: ", ")).")
    }

    private func showHardest(_ tally: Tally) throws {
        var failures: [Card.ID: Int] = [:]
        for entry in tally.entries where entry.rating == .again {
            failures[entry.card, default: 0] += 1
        }
        guard let worst = failures.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
            let guide = try desk.store.card(worst.key)?.guide
        else { return }
        desk.terminal.writeWrapped(
            "Hardest: \(guide.term, .term), \(EventText.name(of: worst.key.facet)). 'read \(guide.id.termSlug)' shows the guide."
        )
    }
}

/// What is said when a quiz has nothing to ask.
struct NothingDueView {
    let desk: Desk
    let request: QuizRequest

    func show() throws {
        let name = request.scope.name
        let place = name.map { " in \($0)" } ?? ""
        let form = request.form.map { " as \(Phrases.name($0))" } ?? ""
        if request.isAll || request.scope.filter == .all {
            return desk.terminal.writeWrapped("There is no card\(place) to ask\(form).")
        }
        if request.scope.filter == .weak {
            return desk.terminal.writeWrapped(
                "Nothing\(place) has been learnt yet that could be weak\(form).")
        }
        let next = try NextDue(desk: desk, scope: request.scope.scope).words
        desk.terminal.writeWrapped(
            StyledText(
                "Nothing is due\(place)\(form) now\(try remark())\(next.map { "; next: \($0)" } ?? "").\n'quiz all\(name.map { " \($0)" } ?? "")' asks everything regardless."
            ))
    }

    /// Why new cards are not asked either; empty when there are none, or none were wanted.
    private func remark() throws -> String {
        let counts = try desk.store.counts(
            in: request.scope.scope, at: desk.now(), on: desk.today)
        guard counts.new > 0, request.scope.filter != .due else { return "" }
        if try desk.limitsLeft().new == 0 {
            return ", and the day's new cards are used up ('config new-per-day' changes how many)"
        }
        return request.form == nil
            ? ", and what is new rests until tomorrow: its answers were seen today" : ""
    }
}
