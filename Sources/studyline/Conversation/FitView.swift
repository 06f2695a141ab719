import FSRS
import StudyCore
import StudyTerminal

/// What came of a fit: how much better it predicts, what it changes, whether it was adopted.
struct FitView {
    let desk: Desk

    /// - Parameters:
    ///   - result: The fit.
    ///   - isDryRun: Whether it is only looked at.
    ///   - due: Cards due before and after it was adopted; nil when it was not.
    func show(_ result: FitResult, isDryRun: Bool, due: (before: Int, after: Int)?) {
        let terminal = desk.terminal
        terminal.writeWrapped(
            "\(Phrases.count(result.fit.reviews, "answer"), .strong) can be predicted: those that came on a later day than the card's answer before."
        )
        if result.fit.verdict != .tooFewReviews {
            let table = Table(
                columns: [
                    Table.Column(), Table.Column("now", alignment: .trailing),
                    Table.Column("fitted", alignment: .trailing),
                ], rows: figures(result) + firstWaits(result))
            for line in table.lines(width: min(terminal.width, 80), style: terminal.style) {
                terminal.writeLine(line)
            }
            terminal.writeWrapped(
                "Good each time, now: \(path(result.former))", rest: "  ")
            terminal.writeWrapped(
                "Good each time, fitted: \(path(result.fit.fitted))", rest: "  ")
        }
        terminal.writeWrapped(StyledText(verdict(result.fit, isDryRun)))
        if let due {
            terminal.writeWrapped(
                "All your answers were replayed: \(Phrases.count(due.after, "card")) due, before \(due.before). 'undo' takes it back."
            )
        }
    }

    /// The parameters, for the next program.
    func showParameters(_ parameters: Parameters) {
        desk.terminal.writeWrapped(
            StyledText(parameters.values.map { Phrases.decimals($0, 4) }.joined(separator: ", ")),
            first: "Parameters: ", rest: "  ")
    }

    private func verdict(_ fit: Fit, _ isDryRun: Bool) -> String {
        switch fit.verdict {
        case .better where isDryRun:
            "Worth adopting: the fitted parameters predict answers better that they were not fitted to."
        case .better:
            "Adopted: the fitted parameters predict answers better that they were not fitted to."
        case .noBetter:
            "Not adopted: on answers that they were not fitted to, the fitted parameters predict no better than those in use."
        case .tooFewReviews:
            "Not adopted: there are too few answers yet; at least 8 on a later day are needed."
        }
    }

    private func figures(_ result: FitResult) -> [[StyledText]] {
        [
            ("Log loss, held-out answers", result.losses.before, result.losses.after),
            ("RMSE (bins), all answers", result.errors.before, result.errors.after),
        ].map { name, before, after in
            [
                StyledText(name), StyledText(Phrases.decimals(before, 4)),
                StyledText(Phrases.decimals(after, 4)),
            ]
        }
    }

    private func firstWaits(_ result: FitResult) -> [[StyledText]] {
        let (before, after) = (waits(result.former), waits(result.fit.fitted))
        return Rating.allCases.map { rating in
            [
                StyledText("First wait after \(Phrases.name(rating))"),
                StyledText(Phrases.span(days: Double(before.first[rating]))),
                StyledText(Phrases.span(days: Double(after.first[rating]))),
            ]
        }
    }

    private func path(_ parameters: Parameters) -> String {
        waits(parameters).whenGood(times: 7).map { Phrases.span(days: Double($0)) }
            .joined(separator: ", ")
    }

    private func waits(_ parameters: Parameters) -> Waits {
        Waits(
            model: MemoryModel(parameters: parameters), retention: desk.settings.retention,
            maximum: desk.settings.maximumInterval)
    }
}

/// The intervals that a model gives, steps and spreading left aside.
private struct Waits {
    let model: MemoryModel
    let retention: Double
    let maximum: Int

    /// Whole days after a card's first answer.
    var first: ReviewIntervals {
        ReviewIntervals(
            graduating: { days(model.state(after: nil, rating: $0, days: 0)) }, maximum: maximum)
    }

    /// Whole days after each answer of a card that is always good.
    func whenGood(times: Int) -> [Int] {
        var state = model.state(after: nil, rating: .good, days: 0)
        var waits = [first.good]
        while waits.count < times, let last = waits.last {
            let before = state
            let intervals = ReviewIntervals(
                days: { days(model.state(after: before, rating: $0, days: Double(last))) },
                previous: last, maximum: maximum)
            state = model.state(after: before, rating: .good, days: Double(last))
            waits.append(intervals.good)
        }
        return waits
    }

    private func days(_ state: MemoryState) -> Double {
        model.interval(of: state, retention: retention)
    }
}
