internal import FSRS
internal import StudyCore

/// Where a card stands, as a record of an archive.
struct ArchivedState: Codable {
    let card: String
    let phase: Int
    let step: Int
    let stability: Double?
    let difficulty: Double?
    let fastStability: Double?
    let dueTime: Int64?
    let dueDay: Int?
    let lastTime: Int64
    let lastDay: Int
    let interval: Int
    let reviews: Int
    let lapses: Int

    init(_ card: Card.ID, _ state: CardState) {
        self.card = card.description
        phase = state.phase.rawValue
        step = state.step
        stability = state.memory?.stability
        difficulty = state.memory?.difficulty
        fastStability = state.memory?.fastStability
        switch state.due {
        case .moment(let time): (dueTime, dueDay) = (time.milliseconds, nil)
        case .day(let day): (dueTime, dueDay) = (nil, day.number)
        }
        lastTime = state.lastTime.milliseconds
        lastDay = state.lastDay.number
        interval = state.interval
        reviews = state.reviews
        lapses = state.lapses
    }

    func value() throws -> (Card.ID, CardState) {
        let due: CardState.Due
        if let dueTime {
            due = .moment(Timestamp(milliseconds: dueTime))
        } else {
            due = .day(StudyDay(number: try known(dueDay, "dueDay")))
        }
        return (
            try known(Card.ID(card), "card"),
            CardState(
                memory: stability.map {
                    MemoryState(
                        stability: $0, difficulty: difficulty ?? 0, fastStability: fastStability)
                },
                phase: try known(CardState.Phase(rawValue: phase), "phase"), step: step, due: due,
                lastTime: Timestamp(milliseconds: lastTime), lastDay: StudyDay(number: lastDay),
                interval: interval, reviews: reviews, lapses: lapses)
        )
    }
}
