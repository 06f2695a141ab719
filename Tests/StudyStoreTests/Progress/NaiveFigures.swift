import FSRS
import StudyCore

@testable import StudyStore

/// The figures once more, from a plain list of all that happened, the slow way.
///
/// Nothing of the store or of the totals is used: lists are gone through for each single number.
struct NaiveFigures {
    /// A card as the guides have it.
    struct Place {
        let card: Card.ID
        let classSlug: String
        let guide: Guide.ID
    }

    struct Answer {
        let place: Place
        let review: Review
        let before: CardState?
        let day: Int
        let recall: Double

        var isTest: Bool {
            guard let before, before.phase == .review, before.lastDay.number < day else {
                return false
            }
            switch review.form {
            case .multipleChoice, .trueFalse, .matching: return false
            default: return true
            }
        }
        var isRight: Bool { review.rating != .again }
        var week: Int { day - (day + 3) % 7 }
    }

    let answers: [Answer]
    let states: [Card.ID: CardState]

    /// Replays every card from the whole list.
    init(_ places: [Place], _ reviews: [Review], _ actions: [Action], rules: Rules) {
        // An undo that was redone counts for nothing.
        let redone = actions.compactMap { if case .redo(let id) = $0.deed { id } else { nil } }
        let undone = actions.filter { !redone.contains($0.id) }
            .compactMap { if case .undo(let id) = $0.deed { id } else { nil } }
        let valid = actions.filter { !undone.contains($0.id) }
        func owner(_ review: Review) -> Item.ID {
            var owner = review.card.item
            for action in valid {
                if case .part(let item, let text, let made) = action.deed, item == owner,
                    text == review.fingerprint
                {
                    owner = made
                }
            }
            for action in valid {
                if case .link(let item, let target) = action.deed, item == owner,
                    review.time <= action.time,
                    !valid.contains(where: { later in
                        guard case .unlink(let parted) = later.deed else { return false }
                        return later.time >= action.time && [item, target].contains(parted)
                    })
                {
                    owner = target
                }
            }
            return owner
        }
        var answers: [Answer] = []
        var states: [Card.ID: CardState] = [:]
        for place in places {
            let mine = reviews.filter {
                !undone.contains($0.id)
                    && Card.ID(item: owner($0), facet: $0.card.facet) == place.card
            }.sorted { ($0.time, $0.id) < ($1.time, $1.id) }
            var state: CardState?
            for review in mine {
                let minutes =
                    Int(review.time.milliseconds / 60_000) + review.utcOffset - rules.rollover
                answers.append(
                    Answer(
                        place: place, review: review, before: state, day: minutes / 1440,
                        recall: state.map { rules.prediction($0, review) } ?? 0))
                state = rules.replay(state, review, place.classSlug)
            }
            if let state { states[place.card] = state }
        }
        self.answers = answers
        self.states = states
    }
}
