import FSRS
import StudyTerminal

/// How well a model predicted reviews: those a day or more after the card's review before, and the others.
struct EvaluationData: Encodable {
    private enum CodingKeys: String, CodingKey {
        case sameDay = "same_day"
    }

    let later: EvaluationFigures
    let sameDay: EvaluationFigures

    init(of log: ReviewLog, by model: MemoryModel) {
        let all = Predictions(of: log, by: model, countingSameDay: true).all
        later = EvaluationFigures(Evaluation(of: log, by: model))
        sameDay = EvaluationFigures(Evaluation(of: Predictions(all.filter { $0.days < 1 })))
    }

    func encode(to encoder: any Encoder) throws {
        try later.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(sameDay, forKey: .sameDay)
    }
}

/// An evaluation as JSON.
struct EvaluationFigures: Encodable {
    struct Row: Encodable {
        let reviews: Int
        let predicted: Double
        let recalled: Double
    }

    private enum CodingKeys: String, CodingKey {
        case reviews, auc, calibration
        case loss = "log_loss"
        case error = "rmse_bins"
    }

    let reviews: Int
    let loss: Double
    let error: Double
    let auc: Double
    let calibration: [Row]

    init(_ evaluation: Evaluation) {
        reviews = evaluation.reviews
        loss = evaluation.logLoss
        error = evaluation.binnedError
        auc = evaluation.discrimination
        calibration = evaluation.calibration.map {
            Row(reviews: $0.reviews, predicted: $0.predicted, recalled: $0.recalled)
        }
    }
}

/// An evaluation for people.
struct EvaluationView {
    let desk: Desk

    func show(_ data: EvaluationData) {
        show(data.later, "answer", "on a later day")
        guard data.sameDay.reviews > 0 else { return }
        desk.terminal.writeLine()
        show(data.sameDay, "answer", "on the same day as the one before")
    }

    private func show(_ figures: EvaluationFigures, _ noun: String, _ when: String) {
        let terminal = desk.terminal
        terminal.writeWrapped("\(Phrases.count(figures.reviews, noun), .strong) \(when)")
        guard figures.reviews > 0 else { return }
        terminal.writeWrapped(
            "Log loss \(Phrases.decimals(figures.loss, 4)), RMSE (bins) \(Phrases.decimals(figures.error, 4)), AUC \(Phrases.decimals(figures.auc, 4))"
        )
        let table = Table(
            columns: ["predicted", "recalled", "answers"].map {
                Table.Column(StyledText($0), alignment: .trailing)
            },
            rows: figures.calibration.map { row in
                [
                    StyledText("\(Phrases.decimals(row.predicted * 100, 1)) %"),
                    StyledText("\(Phrases.decimals(row.recalled * 100, 1)) %"),
                    StyledText(Phrases.grouped(row.reviews)),
                ]
            })
        for line in table.lines(width: min(terminal.width, 80), style: terminal.style) {
            terminal.writeLine(line)
        }
    }
}
