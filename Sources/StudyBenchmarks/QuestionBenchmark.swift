import FSRS
import Foundation
import StudyContent
import StudyCore
import StudyStore

/// Making questions at 10,000 guides, and what blind strategies get right of the bundled class.
enum QuestionBenchmark {
    private static let guides = 10_000
    private static let samples = 400

    static func run() throws {
        try reportTimes()
        reportBlindness()
    }

    /// From a card's number to its question: the terms around it from the store, then the form.
    private static func reportTimes() throws {
        let store = try Workshop().store(of: guides)
        defer { try? store.close() }
        let cards = try store.newCards(
            in: .all, on: StudyClock(utcOffset: 0).day(of: Workshop.start), limit: .max)
        var generator = SeededGenerator(seed: 1)
        for form in [Form.multipleChoice, .trueFalse, .matching, .cloze, .contrast] {
            var times: [Double] = []
            let possible = cards.filter { QuestionMaker.forms(for: $0.card.facet).contains(form) }
            for _ in 0..<samples {
                guard let card = possible.randomElement(using: &generator),
                    let record = try store.card(card.card)
                else { continue }
                let start = ContinuousClock.now
                if let subject = try Workshop.subject(record, in: store) {
                    _ = QuestionMaker.question(subject, form: form, using: &generator)
                }
                times.append((ContinuousClock.now - start) / .milliseconds(1))
            }
            report("question.\(form.rawValue).10000", median(times), "ms")
        }
        var fetches: [Double] = []
        for card in (0..<samples).compactMap({ _ in cards.randomElement(using: &generator) }) {
            let start = ContinuousClock.now
            _ = try store.topics(around: card.guide)
            fetches.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        report("question.topics-around.10000", median(fetches), "ms")
    }

    /// What answering without knowing anything gets right; 0.25 is chance.
    private static func reportBlindness() {
        let guides = loadLibrary(at: LibraryFolder(path: "content")).flatMap(\.guides)
        let topics = guides.map { guide in
            Topic(guide, ids: guide.items.indices.map { Item.ID("\(guide.id)-\($0)") })
        }
        var questions: [Question] = []
        for (guide, topic) in zip(guides, topics) {
            let neighbours = Neighbour.nearest(topics, to: topic, limit: 12)
            for (index, item) in guide.items.enumerated() {
                for facet in item.facets {
                    let card = Card.ID(item: Item.ID("\(guide.id)-\(index)"), facet: facet)
                    var generator = SeededGenerator(text: card.description, number: 1)
                    let subject = Subject(
                        card: card, item: item, topic: topic, neighbours: neighbours)
                    if let question = QuestionMaker.question(
                        subject, form: .multipleChoice, using: &generator)
                    {
                        questions.append(question)
                    }
                }
            }
        }
        report("question.multiple-choice.bundled", Double(questions.count), "questions")
        for strategy in BlindStrategy.allCases {
            let share = strategy.share(ofRightIn: questions) ?? .nan
            report("question.blind.\(strategy.rawValue)", share * 100, "%")
        }
    }
}
