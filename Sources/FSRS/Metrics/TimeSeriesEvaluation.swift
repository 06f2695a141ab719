extension Evaluation {
    /// How well parameters fitted to the past predict the reviews that followed.
    ///
    /// The predicted reviews are cut into six parts in the order of time; each but the first is predicted by parameters
    /// fitted to all before it. The most honest figure, for it never looks ahead.
    ///
    /// - Parameters:
    ///   - log: The reviews.
    ///   - countsSameDay: Whether reviews less than a day after the one before are predicted.
    ///   - fit: Fits parameters to a log.
    /// - Returns: The evaluation of the last five parts together.
    public static func overTime(
        of log: ReviewLog, countingSameDay countsSameDay: Bool = false,
        fit: (ReviewLog) -> Parameters
    ) -> Evaluation {
        let splits = 5
        let places = Predictions(
            of: log, by: MemoryModel(), countingSameDay: countsSameDay
        ).all.map(\.place)
        let part = places.count / (splits + 1)
        guard part > 0 else { return Evaluation(of: Predictions([])) }
        var heldOut: [Predictions.Prediction] = []
        for split in 1...splits {
            let start = places[split * part]
            let end = split == splits ? log.count : places[(split + 1) * part]
            let model = MemoryModel(parameters: fit(log.prefix(start)))
            let predictions = Predictions(
                of: log.prefix(end), by: model, countingSameDay: countsSameDay)
            heldOut += predictions.all.drop { $0.place < start }
        }
        return Evaluation(of: Predictions(heldOut))
    }
}
