import StudyCore
import StudyTerminal

/// What is said after an exam was set or changed: all of it back, and what it will come to.
struct ExamSetView {
    let desk: Desk

    func show(_ outcome: ExamSetting.Outcome) throws {
        let terminal = desk.terminal
        let phrases = ExamPhrases(desk: desk)
        let exam = outcome.record.exam
        let what = outcome.before == nil ? "Set" : "Changed"
        terminal.writeWrapped(
            "\(what): \(exam.name, .term), \(phrases.moment(exam), .strong), \(Phrases.ahead(exam.moment, from: desk.now())); \(ExamTerms(desk: desk).text(of: exam))."
        )
        if let before = outcome.before, before.moment != exam.moment {
            terminal.writeWrapped("It was \(phrases.moment(before)) before.")
        }
        if let moment = outcome.moment { remark(on: moment) }
        let advised = exam.target == nil ? nil : outcome.record.id
        guard let (_, made) = try desk.examPlans.renewed(advising: advised),
            let outlook = made.kept.outlook(of: outcome.record.id)
        else { return }
        terminal.writeWrapped(phrases.forecast(outlook, of: exam) + ".")
        if let shortage = phrases.shortage(outlook, of: exam) { terminal.writeWrapped(shortage) }
        if let verdict = phrases.verdict(outlook, of: exam) { terminal.writeWrapped(verdict) }
        if let takes = phrases.target(outlook, of: exam) {
            terminal.writeWrapped(
                StyledText(takes.prefix(1).uppercased() + takes.dropFirst() + "."))
        }
        terminal.writeWrapped(
            exam.minutesPerDay > 0
                ? "'quiz' follows the plan from now on; 'exam plan' shows it day by day."
                : "With 0 minutes a day nothing is planned; 'exam set \"\(exam.name)\" --minutes 20' changes that."
        )
    }

    private func remark(on moment: WrittenMoment) {
        if moment.isNextYear {
            desk.terminal.writeWrapped(
                "No year was written, and the day is over in this one: next year's is taken.")
        }
        if moment.isHourAssumed {
            let hour = TimeOfDay.text(minutes: MomentReader.standardMinutes)
            desk.terminal.writeWrapped(
                StyledText("No hour was written: \(hour) is taken.", .faint))
        }
    }
}
