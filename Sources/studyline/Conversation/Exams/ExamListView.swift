import StudyCore
import StudyStore
import StudyTerminal

/// The exams ahead, then those that are over, newest first.
struct ExamListView {
    let desk: Desk

    /// An exam as programs read it; shares of points, moments as UTC.
    struct ExamData: Encodable {
        let name: String
        let moment: String
        let utcOffset: Int
        let minutesPerDay: Double
        let daysOff: [String]
        let target: Double?
        let forecast: KeptPlan.Range?
        let result: Double?

        init(_ record: ExamRecord, forecast: KeptPlan.Range?) {
            let exam = record.exam
            name = exam.name
            moment = ISO8601.text(exam.moment)
            utcOffset = exam.utcOffset
            minutesPerDay = exam.minutesPerDay
            daysOff = exam.daysOff.sorted { $0.rawValue < $1.rawValue }.map {
                $0.englishName.lowercased()
            }
            target = exam.target
            self.forecast = forecast
            result = record.result
        }
    }

    func show(_ format: OutputFormat) throws {
        let exams = try desk.store.exams()
        let now = desk.now()
        let ahead = exams.filter { $0.exam.moment > now }
        let over = exams.filter { $0.exam.moment <= now }.reversed()
        let plan = try ahead.isEmpty ? nil : desk.examPlans.current()
        if format == .json {
            return print(
                try JSON.text(
                    (ahead + over).map { record in
                        ExamData(record, forecast: plan?.outlook(of: record.id)?.planned)
                    }))
        }
        guard !exams.isEmpty else {
            return desk.terminal.writeWrapped(
                "No exam is set. 'exam set \"Media Business\" friday 9am' sets one.")
        }
        let phrases = ExamPhrases(desk: desk)
        for record in ahead {
            let outlook = plan?.outlook(of: record.id)
            let forecast = outlook.map { phrases.forecast($0, of: record.exam) }
            desk.terminal.writeWrapped(
                phrases.name(record.exam) + (forecast.map { ": " + $0 } ?? "") + ".", rest: "  ")
        }
        for record in over { desk.terminal.writeWrapped(try line(record, phrases), rest: "  ") }
    }

    private func line(_ record: ExamRecord, _ phrases: ExamPhrases) throws -> StyledText {
        let head: StyledText = "\(record.exam.name, .term), \(phrases.moment(record.exam)), over"
        guard let result = record.result else {
            return head + "; 'exam result SCORE' enters its result."
        }
        let said = try desk.store.lastForecast(of: record.id, before: record.exam.moment)
        let forecast = said.map { " (forecast \(Phrases.percent($0.mean)))" } ?? ""
        return head + ": \(Phrases.percent(result), .strong)\(forecast)."
    }
}
