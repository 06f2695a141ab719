import StudyCore
import StudyStore
import StudyTerminal

/// How good the forecast of an exam was.
struct ExamResultView {
    let desk: Desk

    /// What was said last before the exam, beside what was reached.
    struct Comparison: Encodable {
        let exam: String
        let result: Double
        /// Nil when no plan was ever made of it.
        let forecast: ForecastData?
        /// Nil when no plan was ever made of it.
        let isInside: Bool?
    }

    struct ForecastData: Encodable {
        let said: String
        let mean: Double
        let low: Double
        let high: Double

        init(_ said: SaidForecast) {
            self.said = ISO8601.text(said.time)
            (mean, low, high) = (said.mean, said.low, said.high)
        }
    }

    func show(_ record: ExamRecord, format: OutputFormat) throws {
        let said = try desk.store.lastForecast(of: record.id, before: record.exam.moment)
        let result = record.result ?? 0
        if format == .json {
            return print(
                try JSON.text(
                    Comparison(
                        exam: record.exam.name, result: result,
                        forecast: said.map(ForecastData.init), isInside: said?.holds(result))))
        }
        let terminal = desk.terminal
        terminal.writeWrapped("\(record.exam.name, .term): \(Phrases.percent(result), .strong).")
        guard let said else {
            return terminal.writeWrapped(
                "No plan was made of it, so there is no forecast to compare.")
        }
        terminal.writeWrapped(verdict(said, result, record.exam))
        if let record = try trackRecord() { terminal.writeWrapped(record) }
    }

    private func verdict(_ said: SaidForecast, _ result: Double, _ exam: Exam) -> StyledText {
        let (low, high) = (Phrases.percent(said.low), Phrases.percent(said.high))
        let when = Phrases.appointment(
            said.time, utcOffset: exam.utcOffset, now: said.time)
        let day = CalendarDate(
            StudyClock(utcOffset: exam.utcOffset, rollover: 0).day(of: said.time))
        let date = "\(day.short) at \(when.suffix(5))"
        let points = Int(((result - said.mean) * 100).rounded())
        let difference =
            points == 0
            ? "just as forecast"
            : "\(Phrases.count(abs(points), "point")) \(points > 0 ? "above" : "below") the forecast"
        let place = said.holds(result) ? "inside" : "outside"
        return
            "The last forecast, of \(date), was \(Phrases.percent(said.mean), .strong) (\(low) to \(high)): \(difference), \(place) the range that four of five results fall in."
    }

    /// How all forecasts so far did; nil for a single one.
    private func trackRecord() throws -> StyledText? {
        var errors: [Double] = []
        var inside = 0
        for record in try desk.store.exams() {
            guard let result = record.result,
                let said = try desk.store.lastForecast(of: record.id, before: record.exam.moment)
            else { continue }
            errors.append(abs(result - said.mean))
            if said.holds(result) { inside += 1 }
        }
        guard errors.count > 1 else { return nil }
        let mean = errors.reduce(0, +) / Double(errors.count) * 100
        return
            "Of \(Phrases.count(errors.count, "exam")) so far, \(inside) fell inside the range; the forecasts were off by \(Phrases.oneDecimal(mean)) points on average."
    }
}

extension SaidForecast {
    /// Whether a result lies in the interval, to whole per cent as it was said.
    func holds(_ result: Double) -> Bool {
        let (low, high) = ((low * 100).rounded(), (high * 100).rounded())
        return (low...max(low, high)).contains((result * 100).rounded())
    }
}
