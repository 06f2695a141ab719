import FSRS
import Foundation
import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("Killed at any moment")
struct CrashTests {
    @Test("every acknowledged answer is there and the file is sound, 100 times over")
    func kills() throws {
        let folder = try TemporaryFolder()
        var generator = SeededGenerator(seed: 20_261_123)
        var acknowledged = 0
        for round in 0..<100 {
            let child = try Child(folder: folder.data.path)
            // Every other one is killed while it starts, the rest while they answer.
            if round.isMultiple(of: 2) { child.waitForAnswer() }
            usleep(UInt32.random(in: 0..<30_000, using: &generator))
            acknowledged = max(acknowledged, try child.killed())
        }
        #expect(acknowledged >= 50)

        let store = try Store.open(folder.data, rules: .crashChild, now: .minute(0))
        let count = try store.read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM review") ?? 0
        }
        #expect(count >= acknowledged)
        let report = try store.check(at: .day(10))
        #expect(report.isSound)
        #expect(report.lostEvents == 0)
        #expect(report.reviews == count)
    }

    @Test("two programs that write at once lose nothing and leave no number out")
    func together() throws {
        let folder = try TemporaryFolder()
        let children = try (0..<2).map { _ in try Child(folder: folder.data.path) }
        // A third one reads and writes beside them.
        let store = try Store.open(folder.data, rules: .crashChild, now: .minute(0))
        let card = Card.ID(item: Item.ID("item1"), facet: .fact)
        var own: [Int] = []
        for minute in 0..<50 {
            own.append(
                try store.append(.sample(card, at: .day(1, minute: minute))).review.id.sequence)
            _ = try store.history(of: card)
        }
        let acknowledged = try children.map { try $0.killed() }
        #expect(acknowledged.allSatisfy { $0 > 0 })
        let report = try store.check(at: .day(10))
        #expect(report.isSound)
        #expect(report.lostEvents == 0)
        #expect(report.reviews >= max(acknowledged.max() ?? 0, own.last ?? 0))
        #expect(
            try store.history(of: card).map(\.review.id.sequence).filter(own.contains).count == 50)
    }
}

extension Rules {
    /// What the child schedules by.
    fileprivate static let crashChild = Rules(version: "crash child") { state, review, _ in
        let day = StudyClock(utcOffset: review.utcOffset).day(of: review.time)
        return CardState(
            memory: MemoryState(stability: 2, difficulty: 5), phase: .review, step: 0,
            due: .day(day + 1), lastTime: review.time, lastDay: day, interval: 1,
            reviews: (state?.reviews ?? 0) + 1, lapses: 0)
    }
}

/// A program that answers until it is killed.
private final class Child {
    private let process = Process()
    private let output = Pipe()
    private var read = Data()

    init(folder: String) throws {
        let tests = URL(filePath: ProcessInfo.processInfo.arguments[0])
        process.executableURL = tests.deletingLastPathComponent().appending(path: "StoreCrashChild")
        process.arguments = [folder]
        process.environment = ["SWIFT_BACKTRACE": "enable=no"]
        process.standardOutput = output
        process.standardError = FileHandle.standardError
        try process.run()
    }

    /// Waits until it has acknowledged an answer.
    func waitForAnswer() {
        read += output.fileHandleForReading.availableData
    }

    /// Kills it outright.
    ///
    /// - Returns: The last number it acknowledged; 0 when there was none.
    func killed() throws -> Int {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        read += try output.fileHandleForReading.readToEnd() ?? Data()
        // The last line may be cut off; a whole one ends in a line feed.
        let lines = String(decoding: read, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        return lines.dropLast().last.flatMap { Int($0) } ?? 0
    }
}
