import FSRS
import StudyCore

@testable import StudyStore

/// A short life of a store: answers at odd hours, undo and redo, links, partings and marks, with a plain
/// list of all that happened.
struct SimulatedHistory {
    let store: Store
    let rules: Rules
    let clock: StudyClock
    private(set) var places: [NaiveFigures.Place] = []
    private(set) var reviews: [Review] = []
    private(set) var actions: [Action] = []
    private(set) var minute = 0

    private var generator: SeededGenerator
    private var reworded = false
    /// In every fourth life, a card that is forgotten whenever it was known.
    private let hasLeech: Bool

    /// - Parameters:
    ///   - seed: The same seed lives the same life.
    ///   - events: How many things happen.
    ///   - folder: Where the store is; in memory without.
    /// - Throws: What the store throws.
    init(seed: UInt64, events: Int, in folder: DataFolder? = nil) throws {
        generator = SeededGenerator(seed: seed)
        hasLeech = seed.isMultiple(of: 4)
        let rollover = [0, 240, 300][Int(seed % 3)]
        let scheduler = Scheduler(isSpread: false)
        clock = StudyClock(utcOffset: 60, rollover: rollover)
        rules = Rules(
            version: "simulated", rollover: rollover,
            prediction: { state, review in
                let clock = StudyClock(utcOffset: review.utcOffset, rollover: rollover)
                return scheduler.retrievability(
                    of: state, at: review.time, on: clock.day(of: review.time)) ?? 0
            },
            replay: { state, review, slug in
                scheduler.state(
                    after: state,
                    Scheduler.Answer(
                        card: review.card, rating: review.rating, evidence: review.form.evidence,
                        time: review.time,
                        clock: StudyClock(utcOffset: review.utcOffset, rollover: rollover),
                        retention: slug == "law" ? 0.8 : 0.9))
            })
        store =
            if let folder {
                try Store.open(folder, rules: rules, now: .minute(0))
            } else {
                try Store.inMemory(rules: rules)
            }
        _ = try store.update(.reading(Self.guides()), at: .minute(0))
        places = try Self.places(in: store)
        for _ in 0..<events { try step() }
    }

    private static func guides(_ fact: String = "It is counted in people who saw it once at least.")
        -> [Guide]
    {
        [
            .sample("Reach", facts: [fact], question: ("Why reach?", "For the people.")),
            .sample("Frequency", facts: ["It is counted in contacts of each person."]),
            .sample("Copyright", class: "Law", unit: nil, facts: ["It lasts for seventy years."]),
        ]
    }

    private static func places(in store: Store) throws -> [NaiveFigures.Place] {
        try store.guideHeads(in: .all).flatMap { head in
            try (store.guide(head.id)?.items ?? []).flatMap(\.cards).map {
                NaiveFigures.Place(card: $0.card, classSlug: head.id.classSlug, guide: head.id)
            }
        }
    }

    private mutating func step() throws {
        // Several answers in one sitting, then a break of hours or weeks.
        minute +=
            Int.random(in: 0..<3, using: &generator) > 0
            ? Int.random(in: 0..<9, using: &generator)
            : Int.random(
                in: 60..<[3000, 20_000, 60_000][Int.random(in: 0..<3, using: &generator)],
                using: &generator)
        if hasLeech, let leech = places.first, Bool.random(using: &generator) {
            let wasForgotten = reviews.last { $0.card == leech.card }?.rating == .again
            return try answer(leech, wasForgotten || reviews.isEmpty ? .easy : .again)
        }
        guard let place = places.randomElement(using: &generator) else { return }
        switch Int.random(in: 0..<30, using: &generator) {
        case 0, 1:
            try append(reviews.randomElement(using: &generator).map { .undo($0.id) })
        case 2:
            let undos = actions.filter { if case .undo = $0.deed { true } else { false } }
            try append(undos.randomElement(using: &generator).map { .redo($0.id) })
        case 3: try append(.suspend(place.card))
        case 4: try append(.resume(place.card))
        case 5: try append(.bury(place.card, until: clock.day(of: .minute(minute)) + 1))
        case 6:
            // One link a life: chains are the business of other tests.
            let other = places.filter {
                $0.card.facet == place.card.facet && $0.card.item != place.card.item
            }.randomElement(using: &generator)
            let isLinked = actions.contains { if case .link = $0.deed { true } else { false } }
            if let other, !isLinked { try append(.link(place.card.item, to: other.card.item)) }
        case 7: try rewordAndPart()
        default: try answer(place)
        }
    }

    private mutating func answer(_ place: NaiveFigures.Place, _ given: Rating? = nil) throws {
        let wasKnown = Int.random(in: 0..<5, using: &generator) > 0
        let chance: Rating =
            wasKnown
            ? [.hard, .good, .good, .easy][Int.random(in: 0..<4, using: &generator)] : .again
        let rating = given ?? chance
        let form = [Form.flashcard, .cloze, .typedTerm, .multipleChoice, .contrast][
            Int.random(in: 0..<5, using: &generator)]
        let answer = ["", "Reach", "Frequency", "Copyright", "No term"][
            Int.random(in: 0..<5, using: &generator)]
        var draft = ReviewDraft.sample(
            place.card, rating, at: .minute(minute), form: form, answer: answer)
        draft.seconds = Double(Int.random(in: 1...400_000, using: &generator)) / 1000
        draft.utcOffset = [60, -300, 540][Int.random(in: 0..<3, using: &generator)]
        draft.fingerprint = try store.card(place.card)?.fingerprint ?? draft.fingerprint
        reviews.append(try store.append(draft).review)
    }

    /// A fact gets other words, is found again by likeness, and is taken apart from what it was.
    private mutating func rewordAndPart() throws {
        guard !reworded else { return }
        reworded = true
        let fact = "It is counted in people who have seen it at least once now."
        _ = try store.update(.reading([Self.guides(fact)[0]]), at: .minute(minute))
        guard let place = places.first(where: { $0.card.facet == .fact }) else { return }
        try answer(place)
        minute += 1
        guard let deed = try? store.unlinking(place.card.item) else { return }
        try append(deed)
        // The item made for the text stands in the guide now; the old one is an orphan, with its answers.
        places =
            try Self.places(in: store)
            + places.filter { old in
                try !Self.places(in: store).contains { $0.card == old.card }
            }
    }

    private mutating func append(_ deed: Action.Deed?) throws {
        guard let deed else { return }
        do {
            actions.append(try store.append(deed, at: .minute(minute), utcOffset: 60))
        } catch {
            guard case .refused = error else { throw error }
        }
    }
}
