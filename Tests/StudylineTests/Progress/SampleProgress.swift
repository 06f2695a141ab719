import FSRS
import StudyCore

@testable import studyline

/// A learner's year, made up by rule: the same every time.
enum SampleProgress {
    /// 2026-11-23, a Monday.
    static let today = StudyDay(number: 20_780)

    static func figures(weeks: Int = 52) -> ProgressFigures {
        var source = ProgressReport.Source()
        source.guides = guides
        source.due.now = 12
        source.due.overdue = 3
        source.due.laterToday = 2
        source.due.days = (0..<30).map { ($0 * 7 + 4) % 13 + ($0 < 3 ? 6 : 0) }
        for number in 0..<weeks * 7 where number % 6 != 4 {
            let day = today + -number
            var total = DayTotal()
            total.reviews = 12 + number * 5 % 37
            total.introduced = number % 4
            total.milliseconds = total.reviews * 9_400
            source.days[day] = total
            source.studyDays.append(day)
            count(total.reviews, on: day, number, into: &source)
        }
        source.leeches = [
            Leech(
                card: Card.ID(item: Item.ID("k3xq"), facet: .term), guide: guides[1].guide,
                term: guides[1].term, lapses: 9)
        ]
        let report = ProgressReport(source, since: today + -7 * 52, today: today)
        return ProgressFigures(
            scope: "Media Business", report: report,
            mixUps: weeks == 0
                ? [] : [.init(asked: "Micro-influencer", named: "Macro-influencer", count: 3)],
            desired: 0.9)
    }

    /// Answers of a day: a third practice, the rest predicted at 85 to 97 %.
    private static func count(
        _ answers: Int, on day: StudyDay, _ number: Int, into source: inout ProgressReport.Source
    ) {
        for answer in 0..<answers {
            let isPractice = answer % 3 == 0
            let recall = 0.85 + Double((answer * 7 + number) % 13) / 100
            let sort = RecallTotal.Sort(
                week: day.monday,
                form: isPractice ? .multipleChoice : answer % 3 == 1 ? .cloze : .freeResponse,
                trial: isPractice ? .practice : answer % 5 < 3 ? .young : .mature,
                tenth: isPractice ? 0 : RecallTotal.tenth(recall))
            source.recall[sort, default: RecallTotal()].add(
                RecallTotal(
                    answers: 1, right: (answer * 11 + number * 3) % 10 == 0 ? 0 : 1,
                    millionths: isPractice ? 0 : Int((recall * 1e6).rounded()),
                    milliseconds: 5_000 + answer * 400))
        }
    }

    private static let guides: [ProgressReport.GuideStanding] = [
        ("Micro-influencer", "Creators and influencers", 0.94, 0),
        ("Macro-influencer", "Creators and influencers", 0.71, 4),
        ("Windowing", "Film and television production", 0.88, 1),
        ("Tentpole", "Film and television production", nil, 0),
        ("Copyright <b>&\u{1B}[31m", "US law and policy", 0.55, 6),
    ].map { (term: String, unit: String, recall: Double?, lapses: Int) in
        var mastery = Mastery()
        for card in 0..<9 {
            let day = today + (card % 3 - 1)
            let past = recall.map {
                StandingCard.Past(
                    phase: .review, due: .day(day), interval: card < 4 ? 30 : 9,
                    lapses: card == 0 ? lapses : 0, recall: $0 - Double(card) / 50)
            }
            let isNew = card > 6
            mastery.count(
                StandingCard(
                    past: isNew ? nil : past, marks: CardMarks(isSuspended: card == 5),
                    blindGuess: 0.25),
                at: Timestamp(milliseconds: Int64(today.number) * 86_400_000), on: today)
        }
        return ProgressReport.GuideStanding(
            guide: Guide.ID(classSlug: "media-business", termSlug: slug(term)), term: term,
            className: "Media Business", unit: unit, mastery: mastery)
    }
}
