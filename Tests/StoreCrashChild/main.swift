// Answers questions without end and says which answers are saved, until it is killed.
//
// Arguments: the data folder. Standard output: the running number of each saved answer, a line each.

import FSRS
import StudyCore
import StudyStore

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

let rules = Rules(version: "crash child") { state, review, _ in
    let day = StudyClock(utcOffset: review.utcOffset).day(of: review.time)
    return CardState(
        memory: MemoryState(stability: 2, difficulty: 5), phase: .review, step: 0,
        due: .day(day + 1), lastTime: review.time, lastDay: day, interval: 1,
        reviews: (state?.reviews ?? 0) + 1, lapses: 0)
}

let start = Timestamp(milliseconds: 1_793_610_000_000)
do {
    let store = try Store.open(DataFolder(path: CommandLine.arguments[1]), rules: rules, now: start)
    var number = 0.0
    while true {
        number += 1
        let draft = ReviewDraft(
            card: Card.ID(item: Item.ID("item\(Int(number) % 7)"), facet: .fact), form: .flashcard,
            rating: .good, time: start.adding(seconds: number), utcOffset: 0, seconds: 1,
            fingerprint: Fingerprint(value: 1))
        let line = "\(try store.append(draft).review.id.sequence)\n"
        guard line.withCString({ write(1, $0, strlen($0)) }) == line.utf8.count else { exit(1) }
    }
} catch {
    let line = "\(error)\n"
    _ = line.withCString { write(2, $0, strlen($0)) }
    exit(1)
}
