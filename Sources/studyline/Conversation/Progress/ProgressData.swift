import StudyCore

/// The figures of `progress` as JSON.
///
/// Shares are from 0 to 1, times in seconds, days as `2026-11-23`.
struct ProgressData: Encodable {
    struct Standing: Encodable {
        let cards, due, new, learning, young, mature, suspended, lapses: Int
        /// The share that would be recalled today, cards without a memory at a blind guess.
        let predictedRecall: Double?
        /// The same of cards with a memory alone.
        let predictedRecallOfKnown: Double?

        init(_ mastery: Mastery) {
            (cards, due, new) = (mastery.cards, mastery.due, mastery.new)
            (learning, young, mature) = (mastery.learning, mastery.young, mastery.mature)
            (suspended, lapses) = (mastery.suspended, mastery.lapses)
            predictedRecall = mastery.predicted
            predictedRecallOfKnown = mastery.predictedOfKnown
        }
    }

    struct Part: Encodable {
        let `class`: String
        let unit: String?
        let guides: Int
        let standing: Standing
    }

    struct Guide: Encodable {
        let guide, term: String
        let unit: String?
        let standing: Standing
    }

    struct Weak: Encodable {
        let guide, term: String
        /// The share of its cards answered before that would be recalled today.
        let predictedRecall: Double?
        let reason: String
    }

    struct Due: Encodable {
        let now, overdue, laterToday: Int
        let days: [Day]

        struct Day: Encodable {
            let date: String
            let due: Int
        }
    }

    /// Answers of one sort, with the interval of 95 % in which the true share lies.
    struct Recall: Encodable {
        let answers, right: Int
        let share, low, high, predicted: Double?

        init(_ total: RecallTotal) {
            (answers, right) = (total.answers, total.right)
            share = total.proportion.share
            low = share.map { _ in total.proportion.interval.lowerBound }
            high = share.map { _ in total.proportion.interval.upperBound }
            predicted = total.predicted
        }
    }

    struct Week: Encodable {
        let monday: String
        let recall: Recall
    }

    struct Bin: Encodable {
        /// Predictions from here to a tenth more.
        let from: Double
        let recall: Recall
    }

    struct Calibration: Encodable {
        let bins: [Bin]
        /// The mean distance of true from predicted recall over the bins.
        let error: Double?
        /// The whole difference in standard errors; negative when less was recalled than predicted.
        let deviation: Double?
        let verdict: String
    }

    struct FormFigures: Encodable {
        let form: String
        let answers, right: Int
        let secondsPerAnswer: Double?
        /// Of them, those that tested a memory.
        let tested: Recall
    }

    struct Day: Encodable {
        let date: String
        let answers, introduced: Int
        let seconds: Double
    }

    struct Streak: Encodable {
        let current, longest, studyDays: Int
    }

    struct Leech: Encodable {
        let card, guide: String
        let lapses: Int
    }

    struct MixUp: Encodable {
        let asked, named: String
        let count: Int
    }

    let scope: String?
    let today, since: String
    let desiredRetention: Double
    let standing: Standing
    let due: Due
    let classes, units: [Part]
    let guides: [Guide]
    let weakest: [Weak]
    let retention: Recall
    let retentionYoung, retentionMature: Recall
    /// Those with reviews.
    let weeks: [Week]
    let calibration: Calibration
    let forms: [FormFigures]
    let days: [Day]
    let streak: Streak
    let leeches: [Leech]
    let mixUps: [MixUp]

    init(_ figures: ProgressFigures) {
        let report = figures.report
        scope = figures.scope
        today = CalendarDate(report.today).iso
        since = CalendarDate(report.since).iso
        desiredRetention = figures.desired
        standing = Standing(report.total)
        due = Due(
            now: report.due.now, overdue: report.due.overdue, laterToday: report.due.laterToday,
            days: report.due.days.enumerated().map {
                Due.Day(date: CalendarDate(report.today + $0.offset + 1).iso, due: $0.element)
            })
        func part(_ part: ProgressReport.Part) -> Part {
            Part(
                class: part.className, unit: part.unit, guides: part.guides,
                standing: Standing(part.mastery))
        }
        classes = report.classes.map(part)
        units = report.units.map(part)
        guides = report.guides.map {
            Guide(
                guide: $0.guide.description, term: $0.term, unit: $0.unit,
                standing: Standing($0.mastery))
        }
        weakest = figures.weakest.map {
            Weak(
                guide: $0.guide.description, term: $0.term,
                predictedRecall: $0.mastery.predictedOfSeen,
                reason: ProgressWords.reason($0.mastery))
        }
        retention = Recall(report.calibration.total)
        retentionYoung = Recall(report.maturities[.young] ?? RecallTotal())
        retentionMature = Recall(report.maturities[.mature] ?? RecallTotal())
        weeks = report.weeks.filter { $0.total.answers > 0 }.map {
            Week(monday: CalendarDate($0.monday).iso, recall: Recall($0.total))
        }
        calibration = Calibration(
            bins: report.calibration.bins.map {
                Bin(from: Double($0.tenth) / 10, recall: Recall($0.total))
            },
            error: report.calibration.error, deviation: report.calibration.deviation,
            verdict: ProgressWords.verdict(report.calibration))
        forms = report.forms.map {
            FormFigures(
                form: $0.form.rawValue, answers: $0.all.answers, right: $0.all.right,
                secondsPerAnswer: $0.all.seconds, tested: Recall($0.tested))
        }
        days = report.days.sorted { $0.key < $1.key }.map { day, total in
            Day(
                date: CalendarDate(day).iso, answers: total.reviews, introduced: total.introduced,
                seconds: Double(total.milliseconds) / 1000)
        }
        streak = Streak(
            current: report.streak.current, longest: report.streak.longest,
            studyDays: report.streak.days)
        leeches = report.leeches.map {
            Leech(
                card: $0.card.description, guide: $0.guide.description, lapses: $0.lapses)
        }
        mixUps = figures.mixUps.map { MixUp(asked: $0.asked, named: $0.named, count: $0.count) }
    }
}
