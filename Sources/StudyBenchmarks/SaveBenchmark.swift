import FSRS
import Foundation
import StudyCore
import StudyStore

/// Saving an answer, beside the least that a disk can do: 4 KiB written and synchronised.
enum SaveBenchmark {
    private static let answers = 300

    static func run() throws {
        let workshop = try Workshop()
        let scheduler = Scheduler()
        let rules = Rules(version: "bench") { state, review, _ in
            scheduler.state(
                after: state,
                Scheduler.Answer(
                    card: review.card, rating: review.rating, evidence: .recall, time: review.time,
                    clock: StudyClock(utcOffset: 0), retention: Scheduler.standardRetention))
        }
        let start = Timestamp(milliseconds: 1_770_000_000_000)
        let store = try Store.open(
            DataFolder(path: workshop.path("save")), rules: rules, now: start)
        let file = open(workshop.path("floor"), O_RDWR | O_CREAT, 0o600)
        defer { close(file) }
        let page = [UInt8](repeating: 7, count: 4096)
        var saves: [Double] = []
        var floors: [Double] = []
        for number in 0..<answers {
            let draft = ReviewDraft(
                card: Card.ID(item: Item.ID("item\(number % 50)"), facet: .fact), form: .cloze,
                rating: .good, time: start.adding(seconds: Double(number) * 30), utcOffset: 0,
                seconds: 8, answer: "an answer of usual length", score: 1, hints: 0,
                fingerprint: Fingerprint(value: UInt64(number)))
            saves.append(try time { _ = try store.append(draft) })
            // In turn with the saves, so that both meet the same disk.
            floors.append(
                time {
                    _ = page.withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
                    fsync(file)
                })
        }
        try store.close()
        report("save.answer.p50", median(saves), "ms")
        report("save.write-and-fsync.p50", median(floors), "ms")
        report("save.answer-to-fsync.p50", median(saves) / median(floors), "ratio")
    }

    private static func time(_ work: () throws -> Void) rethrows -> Double {
        let start = ContinuousClock.now
        try work()
        return (ContinuousClock.now - start) / .milliseconds(1)
    }
}
