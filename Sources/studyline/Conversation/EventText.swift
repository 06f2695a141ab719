import FSRS
import StudyCore
import StudyStore
import StudyTerminal

/// An event in a few words: `good for Micro-influencer, fact (2026-11-23 14:05)`.
struct EventText {
    let desk: Desk

    func text(of event: Event) throws -> StyledText {
        let time = event.time.localText(desk.clock(at: event.time))
        switch event {
        case .review(let review):
            let own = review.assessment.map { AssessmentText.text(of: $0, rating: review.rating) }
            let graded = own.map { $0.isEmpty ? "" : ": \($0)" } ?? ""
            return
                "\(Phrases.name(review.rating)) for \(try name(of: review.card)) (\(time))\(graded)"
        case .action(let action):
            return "\(try text(of: action.deed)) (\(time))"
        case .intake(let intake):
            return "took up \(Phrases.count(intake.count, "event")) from \(intake.source) (\(time))"
        }
    }

    func text(of deed: Action.Deed) throws -> StyledText {
        switch deed {
        case .undo: "undo"
        case .redo: "redo"
        case .suspend(let card): "suspended \(try name(of: card))"
        case .resume(let card): "resumed \(try name(of: card))"
        case .bury(let card, let day):
            "hidden until \(CalendarDate(day).short): \(try name(of: card))"
        case .flag(let card): "flagged \(try name(of: card))"
        case .unflag(let card): "unflagged \(try name(of: card))"
        case .link(let old, let new): "linked \(old.text) to \(new.text)"
        case .unlink(let item): "unlinked \(item.text)"
        case .part(let item, _, let made): "took \(made.text) apart from \(item.text)"
        case .forget(let item): "forgot \(item.text)"
        case .adopt(let parameters): "adopted parameters of \(Phrases.name(parameters.version))"
        case .setExam(let exam, let changed):
            "\(changed == nil ? "set" : "changed") the exam \(exam.name, .term), \(Phrases.moment(exam.moment, utcOffset: exam.utcOffset))"
        case .enterResult(let result, let id):
            "entered \(Phrases.percent(result)) for the exam \(try name(of: id))"
        case .removeExam(let id): "removed the exam \(try name(of: id))"
        }
    }

    /// A card by its term and what it asks; by its identity when its guide is gone.
    func name(of card: Card.ID) throws -> StyledText {
        guard let guide = try desk.store.card(card)?.guide else {
            return StyledText(card.description)
        }
        return "\(guide.term, .term), \(Self.name(of: card.facet))"
    }

    /// An exam by its name when it was first set.
    private func name(of exam: EventID) throws -> StyledText {
        guard case .action(let action)? = try desk.store.event(exam),
            case .setExam(let set, _) = action.deed
        else { return StyledText(exam.description) }
        return StyledText(set.name, .term)
    }

    static func name(of facet: Card.Facet) -> String {
        switch facet {
        case .meaning: "meaning"
        case .term: "term"
        case .fact: "fact"
        case .answer: "question"
        case .hole(let number): "gap \(number)"
        }
    }
}
