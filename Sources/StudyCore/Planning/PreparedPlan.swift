import FSRS

/// A problem with all that does not depend on prices worked out.
struct PreparedPlan: Sendable {
    /// A card of the problem by its place there.
    struct Member: Hashable, Sendable {
        let exam: Int
        let card: Int
    }

    /// Cards of one exam that count the same.
    struct Group: Sendable {
        let exam: Int
        let kind: CardKind
        let seen: SeenCards
        let seenMembers: [Member]
        let new: [NewCards]
        /// The cards of each entry of `new`.
        let newMembers: [[Member]]
    }

    let problem: ExamProblem
    let calendar: PlanCalendar
    let frame: PlanFrame
    let groups: [Group]

    init(_ problem: ExamProblem, tables: inout TransitionTables) {
        self.problem = problem
        calendar = PlanCalendar(problem)
        let frame = PlanFrame(
            sessions: calendar.sessions, tables: &tables, costs: problem.costs,
            forgetting: problem.forgetting)
        self.frame = frame
        groups = problem.exams.indices.flatMap { exam in
            let cards = problem.exams[exam].cards
            let byWeight = Dictionary(grouping: cards.indices, by: { cards[$0].weight })
            return byWeight.sorted { $0.key < $1.key }.map { weight, indices in
                Self.group(exam, weight: weight, indices, of: problem, in: frame)
            }
        }
    }

    private static func group(
        _ exam: Int, weight: Double, _ indices: [Int], of problem: ExamProblem,
        in frame: PlanFrame
    ) -> Group {
        let cards = problem.exams[exam].cards
        let rest = max(problem.exams[exam].time.days(since: problem.now), 0)
        let kind = CardKind(
            rest: rest, weight: Float(weight),
            sessions: frame.sessions.prefix { $0.time < rest }.count)
        var entries: [SeenCards.Entry] = []
        var seen: [Member] = []
        var new: [NewKind: [Member]] = [:]
        var newOfItem: [Item.ID: Int] = [:]
        for index in indices {
            let card = cards[index]
            let member = Member(exam: exam, card: index)
            guard let past = card.past else {
                let firstSession = min(newOfItem[card.card.item, default: 0], kind.sessions)
                newOfItem[card.card.item, default: 0] += 1
                new[NewKind(guess: card.guessRate, firstSession: firstSession), default: []]
                    .append(member)
                continue
            }
            seen.append(member)
            entries.append(
                SeenCards.Entry(
                    memory: past.memory, days: max(problem.today - past.day, 0),
                    age: max(problem.now.days(since: past.time), 0), pace: card.pace))
        }
        let kinds = new.sorted {
            ($0.key.guess, $0.key.firstSession) < ($1.key.guess, $1.key.firstSession)
        }
        return Group(
            exam: exam, kind: kind, seen: SeenCards(entries, kind, in: frame), seenMembers: seen,
            new: kinds.map {
                NewCards(
                    count: $0.value.count, guess: Float(weight * $0.key.guess),
                    firstSession: $0.key.firstSession)
            },
            newMembers: kinds.map(\.value))
    }

    /// What new cards have in common that count the same.
    private struct NewKind: Hashable {
        let guess: Double
        let firstSession: Int
    }

    var search: PriceSearch {
        PriceSearch(
            frame: frame,
            groups: groups.map { PriceSearch.Group(kind: $0.kind, seen: $0.seen, new: $0.new) })
    }

    func card(_ member: Member) -> PlanCard { problem.exams[member.exam].cards[member.card] }
}
