import StudyCore

/// What figures of progress mean, in sentences that screen and page share.
enum ProgressWords {
    /// A share with the interval it lies in: `88 % (85–91 %)`.
    static func share(_ proportion: Proportion) -> String {
        guard let share = proportion.share else { return "–" }
        let interval = proportion.interval
        return
            "\(Phrases.percent(share)) (\(number(interval.lowerBound))–\(Phrases.percent(interval.upperBound)))"
    }

    private static func number(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }

    /// A tenth of predictions: `80–90 %`.
    static func tenth(_ tenth: Int) -> String { "\(tenth * 10)–\(tenth * 10 + 10) %" }

    /// Whether the forecast is honest, in a sentence.
    static func verdict(_ calibration: Calibration) -> String {
        let total = calibration.total
        guard let predicted = total.predicted, let share = total.proportion.share else {
            return "No card has come back for review yet, so there is nothing to compare."
        }
        let figures =
            "\(Phrases.percent(predicted)) predicted, \(Phrases.percent(share)) recalled in \(Phrases.count(total.answers, "review"))"
        return switch calibration.verdict {
        case .tooFew: "Too few reviews to judge the forecast: \(figures)."
        case .honest: "The forecast is honest: \(figures)."
        case .hopeful(let points):
            "The forecast is too hopeful by \(self.points(points)): \(figures). 'optimize' fits it to your memory."
        case .modest(let points):
            "The forecast is too modest by \(self.points(points)): \(figures). 'optimize' fits it to your memory."
        }
    }

    /// `6 points`, of a hundred.
    private static func points(_ share: Double) -> String {
        Phrases.count(max(1, Int((share * 100).rounded())), "point")
    }

    /// Why a guide is weak, the end of a sentence.
    static func reason(_ mastery: Mastery) -> String {
        let seen = mastery.cards - mastery.new - mastery.suspended
        let cards = Phrases.count(seen, "card")
        let reason =
            switch mastery.weakness {
            case nil: "nothing answered yet"
            case .onlyRecognised: "only recognised so far, of \(cards)"
            case .onSteps: "\(mastery.learning) of \(cards) still on steps"
            case .faded: "\(mastery.due) of \(cards) due and fading"
            case .young: "young memories of \(cards)"
            }
        return mastery.lapses > 0
            ? "\(reason); forgotten \(Phrases.count(mastery.lapses, "time"))" : reason
    }

    /// What would be recalled, in one or two sentences.
    static func readiness(_ mastery: Mastery) -> String {
        guard let predicted = mastery.predicted else { return "There is no card to recall." }
        guard let known = mastery.predictedOfKnown else {
            return
                "Nothing is in memory yet: by a blind guess \(Phrases.percent(predicted)) of all would be right."
        }
        var text = "Predicted recall today: \(Phrases.percent(predicted)) of all"
        if mastery.guessed.cards > 0 {
            text +=
                ", \(Phrases.percent(known)) of the \(Phrases.count(mastery.recalled.cards, "card")) in memory"
            text += "; the other \(Phrases.grouped(mastery.guessed.cards)) count as a blind guess"
        }
        return text + "."
    }

    /// What is due, in a sentence.
    static func due(_ due: DueForecast) -> String {
        var text = "\(Phrases.count(due.now, "card")) due now"
        if due.overdue > 0 { text += " (\(Phrases.grouped(due.overdue)) overdue)" }
        if due.laterToday > 0 { text += ", \(Phrases.grouped(due.laterToday)) later today" }
        text += ", \(Phrases.grouped(due.days[0])) tomorrow"
        text += ", \(Phrases.grouped(due.days.prefix(7).reduce(0, +))) in 7 days"
        text += ", \(Phrases.grouped(due.days.reduce(0, +))) in 30 days."
        return text
    }

    /// Study days in a row, in a sentence.
    static func streak(_ streak: Streak) -> String {
        "Study days in a row: \(streak.current) (the longest run: \(streak.longest)), \(Phrases.count(streak.days, "study day")) in all."
    }

    /// Time spent, in sentences.
    static func time(_ report: ProgressReport) -> String {
        let today = report.days[report.today] ?? DayTotal()
        let past = report.past
        let start =
            "Today: \(done(today, or: "nothing yet")). Since \(CalendarDate(report.since).long):"
        guard past.reviews > 0 else { return start + " nothing." }
        let days = max(report.days.count, 1)
        let average = Double(past.milliseconds) / 1000 / Double(days)
        return
            "\(start) \(done(past)) on \(Phrases.count(report.days.count, "day")), \(Phrases.duration(seconds: average)) a day."
    }

    private static func done(_ total: DayTotal, or nothing: String = "nothing") -> String {
        total.reviews == 0
            ? nothing
            : "\(Phrases.count(total.reviews, "answer")) in \(Phrases.duration(seconds: Double(total.milliseconds) / 1000))"
    }

    /// True retention beside what was predicted, in sentences.
    static func retention(_ figures: ProgressFigures) -> String {
        let report = figures.report
        let total = report.calibration.total
        guard let predicted = total.predicted else {
            let isPast = report.streak.days > report.days.count
            return
                "True retention: no card has come back for review \(isPast ? "since \(CalendarDate(report.since).long)" : "yet")."
        }
        var text =
            "True retention: \(share(total.proportion)) of \(Phrases.count(total.answers, "review")); predicted \(Phrases.percent(predicted)), desired \(Phrases.percent(figures.desired))."
        let parts = [("Young cards", Trial.young), ("mature cards", .mature)].compactMap {
            name, trial in
            report.maturities[trial].flatMap { total in
                total.predicted.map {
                    "\(name) \(share(total.proportion)) of \(Phrases.grouped(total.answers)), predicted \(Phrases.percent($0))"
                }
            }
        }
        if !parts.isEmpty {
            let joined = parts.joined(separator: "; ")
            text += " \(joined.prefix(1).uppercased() + joined.dropFirst())."
        }
        return text
    }
}
