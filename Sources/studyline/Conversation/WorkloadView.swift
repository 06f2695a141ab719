import FSRS
import StudyCore
import StudyTerminal

/// The desired retention, and what others would cost and bring: a year of new cards, simulated.
struct WorkloadView {
    let desk: Desk

    /// Cards a day that are simulated; time and memory grow with their number, so the rest is multiplication.
    private static let sample = 4
    private static let days = 365
    private static let retentions = [0.70, 0.75, 0.80, 0.85, 0.90, 0.95, 0.97]

    private struct Data: Encodable {
        struct Point: Encodable {
            let retention: Double
            let minutes_per_day: Double
            let reviews_per_day: Double
            let remembered: Double
        }
        let retention: Double
        let new_per_day: Int
        let workload: [Point]
    }

    func show(_ format: OutputFormat, className: String?) throws {
        let retention = desk.settings.retention(ofClass: className.map { slug($0) })
        let new = desk.settings.newPerDay > 0 ? desk.settings.newPerDay : Settings().newPerDay
        let curve = try curve(through: retention, new: new)
        let points = curve.map { point in
            let scale = Double(new) / Double(Self.sample)
            return Data.Point(
                retention: point.retention, minutes_per_day: point.secondsPerDay / 60 * scale,
                reviews_per_day: point.reviewsPerDay * scale, remembered: point.memorised * scale)
        }
        if format == .json {
            return print(
                try JSON.text(Data(retention: retention, new_per_day: new, workload: points)))
        }
        let terminal = desk.terminal
        terminal.writeLine(StyledText(String(retention)))
        terminal.writeWrapped(
            StyledText(
                "A year of \(new) new cards a day at other retentions, simulated for a memory with your parameters; how long answers take is an average of many learners.",
                .faint))
        draw(points, chosen: retention)
    }

    private func curve(through retention: Double, new: Int) throws -> [Workload] {
        var plan = StudyPlan()
        plan.cards = Self.sample * Self.days
        plan.days = Self.days
        plan.newPerDay = Self.sample
        plan.secondsPerDay = .infinity
        plan.model = try desk.scheduler.model
        plan.maximumInterval = desk.settings.maximumInterval
        let learner = Learner(name: "the learner", memory: .model(plan.model))
        let retentions = Set(Self.retentions + [retention]).sorted()
        return Workload.curve(of: plan, for: learner, at: retentions, seed: 1)
    }

    private func draw(_ points: [Data.Point], chosen: Double) {
        let terminal = desk.terminal
        let longest = points.map(\.minutes_per_day).max() ?? 1
        let rows = points.map { point -> [StyledText] in
            let role: Role? = point.retention == chosen ? .strong : nil
            return [
                StyledText(Phrases.percent(point.retention), role),
                StyledText("\(Phrases.decimals(point.minutes_per_day, 1)) min", role),
                StyledText("\(Phrases.grouped(Int(point.remembered.rounded()))) cards", role),
            ]
        }
        let widths = (0..<3).map { column in rows.map { $0[column].width }.max() ?? 0 }
        let room = min(terminal.width, 80) - widths.reduce(0, +) - 9
        let mark = terminal.style.drawsUnicode ? "◂" : "<"
        for (point, row) in zip(points, rows) {
            let cells = zip(row, widths).map { $0.padded(to: $1, .trailing) }
            let bar = Bar(point.minutes_per_day / longest, width: max(4, min(room, 40)))
            terminal.writeLine(
                [cells[0], bar.text(style: terminal.style), cells[1], cells[2]]
                    .joined(separator: StyledText(verbatim: "  "))
                    + StyledText(verbatim: point.retention == chosen ? " \(mark)" : ""))
        }
        terminal.writeWrapped(
            StyledText("Time a day, and cards remembered at the end of the year.", .faint))
    }
}
