import FSRS
import StudyCore
import StudyStore

/// What is most likely to be lost at an exam, as the memory model sees it.
struct ExamSheet {
    struct Entry {
        let item: Item
        /// The probability that it is recalled at the exam if it is not looked at again; nil where it was
        /// never answered.
        let recall: Double?
        /// What is expected to be lost: the chance of that by what it counts.
        let loss: Double
    }

    /// A guide with its entries, the likeliest to be lost first.
    struct Topic {
        let term: String
        let unit: String?
        var entries: [Entry]
    }

    let record: ExamRecord
    /// The guides with the most to be lost first.
    let topics: [Topic]
    /// Items of the exam that are not on the sheet.
    let others: Int

    init(desk: Desk, exam name: String, limit: Int) throws {
        let record = try desk.exam(named: name)
        self.record = record
        let model = try desk.scheduler.model
        let moment = record.exam.moment
        // Of an item's cards, the one most likely to be lost stands for it.
        var worst: [Item.ID: (card: QueueCandidate, recall: Double?, loss: Double)] = [:]
        for card in try desk.cards(of: record.exam) {
            let recall = card.candidate.state.flatMap { state in
                state.memory.map { memory in
                    model.retrievability(of: memory, after: moment.days(since: state.lastTime))
                }
            }
            let loss = card.weight * (1 - (recall ?? 0))
            let item = card.candidate.card.item
            if worst[item].map({ loss > $0.loss }) ?? true {
                worst[item] = (card.candidate, recall, loss)
            }
        }
        let chosen = worst.values.sorted {
            (Self.group($0.recall), -$0.loss, $0.card.card)
                < (Self.group($1.recall), -$1.loss, $1.card.card)
        }.prefix(limit)
        var topics: [Topic] = []
        var places: [Guide.ID: Int] = [:]
        for entry in chosen {
            guard let found = try desk.store.card(entry.card.card), let guide = found.guide else {
                continue
            }
            let place = places[guide.id] ?? topics.count
            if place == topics.count {
                places[guide.id] = place
                topics.append(Topic(term: guide.term, unit: guide.unit, entries: []))
            }
            topics[place].entries.append(
                Entry(item: found.item, recall: entry.recall, loss: entry.loss))
        }
        self.topics = topics
        others = worst.count - topics.reduce(0) { $0 + $1.entries.count }
    }

    /// What was learnt and fades comes before what was never seen, for it is the cheaper to save; what is
    /// all but safe comes last.
    private static func group(_ recall: Double?) -> Int {
        guard let recall else { return 1 }
        return recall < safe ? 0 : 2
    }

    private static let safe = 0.97
}
