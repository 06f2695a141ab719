import FSRS
import StudyCore
import StudyStore
import StudyTerminal

/// How the memory of one card fades: the curve of `why --plot`.
struct ForgettingCurve {
    /// Days after the last answer, and the probability of recall then.
    let points: [(days: Double, recall: Double)]
    /// The desired retention.
    let retention: Double
    /// Days from the last answer until now.
    let elapsed: Double
    /// Days from the last answer until the card is due; nil on steps.
    let wait: Double?
    private let model: MemoryModel
    private let memory: MemoryState

    /// Nil for a card without a memory.
    init?(_ record: CardRecord, desk: Desk, now: Timestamp, today: StudyDay) throws {
        guard let state = record.state, let memory = state.memory else { return nil }
        self.memory = memory
        model = try desk.scheduler.model
        retention = desk.settings.retention(ofClass: record.guide?.id.classSlug)
        elapsed = Double(max(0, today - state.lastDay))
        switch state.due {
        case .moment: wait = nil
        case .day(let due): wait = Double(max(0, due - state.lastDay))
        }
        let end = max(2 * (wait ?? 1), 1.25 * elapsed, 2)
        let (model, count) = (model, 240)
        points = (0...count).map { step in
            let days = end * Double(step) / Double(count)
            return (days, model.retrievability(of: memory, after: days))
        }
    }

    private var end: Double { points.last?.days ?? 1 }

    func lines(width: Int, style: Style) -> [StyledText] {
        let lowest = points.map(\.recall).min() ?? 0
        let bottom = max(0, min((lowest * 10).rounded(.down) / 10, retention - 0.1))
        var labels = [Plot.Label(0, "last answer")]
        if let wait { labels.append(Plot.Label(wait, "due")) }
        if elapsed > 0, elapsed != wait { labels.append(Plot.Label(elapsed, "today")) }
        labels.append(Plot.Label(end, "\(Phrases.span(days: end))"))
        let shares = [bottom, retention, 1]
        return Plot(
            x: 0...end, y: bottom...1, xLabels: labels,
            yLabels: shares.map { Plot.Label($0, Phrases.percent($0)) },
            layers: [
                .reference([.init(x: 0, y: retention), .init(x: end, y: retention)]),
                .curve(points.map { .init(x: $0.days, y: $0.recall) }),
                .points([.init(x: elapsed, y: recall(after: elapsed))]),
            ], height: 9
        ).lines(width: width, style: style)
    }

    /// The figures of the picture.
    var caption: String {
        var parts = ["today \(Phrases.percent(recall(after: elapsed)))"]
        if let wait, wait > elapsed {
            parts.append("when due \(Phrases.percent(recall(after: wait)))")
        }
        parts.append("in 30 days \(Phrases.percent(recall(after: elapsed + 30)))")
        return "Recall: \(parts.joined(separator: ", ")), without another answer."
    }

    private func recall(after days: Double) -> Double {
        model.retrievability(of: memory, after: days)
    }
}
