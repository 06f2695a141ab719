import StudyCore
import StudyTerminal

/// What is said of exams, in the signs that the terminal draws.
struct ExamPhrases {
    let style: Style
    let now: Timestamp

    init(desk: Desk) {
        style = desk.terminal.style
        now = desk.now()
    }

    /// `Media Business, Fri 4 Dec at 09:00, in 8 days`.
    func name(_ exam: Exam) -> StyledText {
        "\(exam.name, .term), \(appointment(exam)), \(Phrases.ahead(exam.moment, from: now))"
    }

    func appointment(_ exam: Exam) -> String {
        Phrases.appointment(exam.moment, utcOffset: exam.utcOffset, now: now)
    }

    /// `Fri 4 Dec 2026 at 09:00 (UTC)`.
    func moment(_ exam: Exam) -> String {
        Phrases.moment(exam.moment, utcOffset: exam.utcOffset)
    }

    /// `89 % ± 4`.
    func band(_ range: KeptPlan.Range) -> StyledText {
        let reach = Int(((range.high - range.low) * 50).rounded())
        return "\(Phrases.percent(range.mean), .strong) \(style.drawsUnicode ? "±" : "+-") \(reach)"
    }

    /// `71 % today -> 89 % ± 4 at 20 min/day`.
    func forecast(_ outlook: KeptPlan.Outlook, of exam: Exam) -> StyledText {
        let arrow = style.drawsUnicode ? "→" : "->"
        guard exam.minutesPerDay > 0 else {
            return
                "\(Phrases.percent(outlook.now.mean)) today \(arrow) \(band(outlook.idle)) with 0 min/day"
        }
        return
            "\(Phrases.percent(outlook.now.mean)) today \(arrow) \(band(outlook.planned)) at \(minutes(exam.minutesPerDay)) min/day"
    }

    /// `20`, `7.5`.
    func minutes(_ minutes: Double) -> String { Phrases.oneDecimal(minutes) }

    /// A difference of shares in points: `+6 points`, `less than a point`.
    func points(_ difference: Double) -> String {
        let points = Int((difference * 100).rounded())
        return points == 0
            ? "less than a point" : "\(points > 0 ? "+" : "")\(Phrases.count(points, "point"))"
    }

    /// `43 cards (12 new), about 20 minutes`.
    func work(_ tasks: [KeptPlan.Task]) -> String {
        let new = tasks.count(where: \.isNew)
        let minutes = max(1, Int((tasks.reduce(0) { $0 + $1.seconds } / 60).rounded()))
        return
            "\(Phrases.count(tasks.count, "card"))\(new > 0 ? " (\(new) new)" : ""), about \(Phrases.count(minutes, "minute"))"
    }

    /// What is said where not every card can be seen in the time; nil where all can.
    func shortage(_ outlook: KeptPlan.Outlook, of exam: Exam) -> StyledText? {
        guard outlook.introducedBy == nil, exam.minutesPerDay > 0 else { return nil }
        return StyledText(
            "Not everything can be seen in the time; this is the best part of it.", .warning)
    }

    /// What other amounts of time would bring.
    ///
    /// Such as `At 25 min/day: 93 %; with 20 more minutes on the last evening: 95 %.` Nil where it is not known, or where nothing of it would change a whole per cent.
    func advice(_ outlook: KeptPlan.Outlook, of exam: Exam) -> StyledText? {
        guard let advice = outlook.advice else { return nil }
        let planned = outlook.planned.mean
        var parts: [String] = []
        if let target = exam.target {
            parts += [text(target: target, advice, exam)].compactMap { $0 }
        }
        func add(_ name: String, _ share: Double) {
            if Phrases.percent(share) != Phrases.percent(planned) {
                parts.append("\(name): \(Phrases.percent(share))")
            }
        }
        if let pace = advice.presentPace { add("at your pace of the last week", pace) }
        add("at \(minutes(exam.minutesPerDay + 5)) min/day", advice.fiveMinutesMore)
        add("with 20 more minutes on the last evening", advice.lastEvening)
        guard let first = parts.first else { return nil }
        return StyledText(
            ([first.prefix(1).uppercased() + first.dropFirst()] + parts.dropFirst())
                .joined(separator: "; ") + ".")
    }

    /// Whether the target will be reached; nil without one.
    func verdict(_ outlook: KeptPlan.Outlook, of exam: Exam) -> StyledText? {
        guard let target = exam.target else { return nil }
        let wanted = Phrases.percent(target)
        let planned = outlook.planned
        if planned.low >= target { return "The target of \(wanted) is safe." }
        if planned.mean >= target { return "The target of \(wanted) is within reach." }
        if planned.high >= target {
            return StyledText("The target of \(wanted) takes some luck.", .warning)
        }
        return StyledText("The target of \(wanted) is out of reach with this time.", .warning)
    }

    /// What the target takes, where that was worked out today and is more than is given.
    func target(_ outlook: KeptPlan.Outlook, of exam: Exam) -> String? {
        guard let target = exam.target, let advice = outlook.advice,
            outlook.planned.mean < target
        else { return nil }
        return text(target: target, advice, exam)
    }

    /// `26 min/day would reach 90 %`.
    private func text(target: Double, _ advice: KeptPlan.Advice, _ exam: Exam) -> String? {
        let wanted = Phrases.percent(target)
        guard let seconds = advice.secondsForTarget else {
            return "not even three hours a day would reach \(wanted)"
        }
        let needed = max(1, Int((seconds / 60).rounded(.up)))
        if needed == Int(exam.minutesPerDay.rounded()) { return nil }
        return
            "\(needed) min/day \(Double(needed) < exam.minutesPerDay ? "would be enough for" : "would reach") \(wanted)"
    }

    /// Days of the week: `Sat and Sun`.
    func daysOff(_ days: Set<Weekday>) -> String {
        let names = days.sorted { $0.rawValue < $1.rawValue }.map {
            String($0.englishName.prefix(3))
        }
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        return names.dropLast().joined(separator: ", ") + " and " + last
    }
}
