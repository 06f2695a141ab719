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
        var new: [Double: [Member]] = [:]
        for index in indices {
            let card = cards[index]
            let member = Member(exam: exam, card: index)
            guard let past = card.past else {
                new[card.guessRate, default: []].append(member)
                continue
            }
            seen.append(member)
            entries.append(
                SeenCards.Entry(
                    memory: past.memory, days: max(problem.today - past.day, 0),
                    age: max(problem.now.days(since: past.time), 0), pace: card.pace))
        }
        let byGuess = new.sorted { $0.key < $1.key }
        return Group(
            exam: exam, kind: kind, seen: SeenCards(entries, kind, in: frame), seenMembers: seen,
            new: byGuess.map {
                NewCards(count: $0.value.count, guess: Float(weight * $0.key))
            },
            newMembers: byGuess.map(\.value))
    }

    var search: PriceSearch {
        PriceSearch(
            frame: frame,
            groups: groups.map { PriceSearch.Group(kind: $0.kind, seen: $0.seen, new: $0.new) })
    }

    func card(_ member: Member) -> PlanCard { problem.exams[member.exam].cards[member.card] }
}
