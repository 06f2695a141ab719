internal import StudyCore

/// What was forecast of an exam, as a record of an archive; shares of points, 0–1.
struct ArchivedForecast: Codable {
    let device: String
    let time: Int64
    let examDevice: String
    let examSequence: Int
    let mean: Double
    let low: Double
    let high: Double
    let idle: Double

    init(_ noted: NotedForecast) {
        device = noted.device
        time = noted.forecast.time.milliseconds
        examDevice = noted.exam.device
        examSequence = noted.exam.sequence
        mean = noted.forecast.mean
        low = noted.forecast.low
        high = noted.forecast.high
        idle = noted.forecast.idle
    }

    func value() throws -> NotedForecast {
        let noted = NotedForecast(
            device: try deviceName(device),
            exam: EventID(device: try deviceName(examDevice), sequence: examSequence),
            forecast: SaidForecast(
                time: Timestamp(milliseconds: time), mean: mean, low: low, high: high, idle: idle))
        guard examSequence > 0, noted.isSound else {
            throw ArchiveRecord.Unreadable("'examSequence' or a share of a forecast cannot be so")
        }
        return noted
    }
}
