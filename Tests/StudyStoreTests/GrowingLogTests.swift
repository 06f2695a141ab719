import Foundation
import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("A log that grows over several steps")
struct GrowingLogTests {
    private let folder: TemporaryFolder
    private let card = Card.ID(item: Item.ID("item"), facet: .fact)

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The answers in the file itself, as it would be without its log.
    private func answersInFile() throws -> Int? {
        let copy = folder.path + "/copy.sqlite"
        try FileManager.default.copyItem(atPath: folder.data.storePath, toPath: copy)
        defer { try? FileManager.default.removeItem(atPath: copy) }
        return try DatabaseQueue(path: copy).read { db in
            #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
            return try Int.fetchOne(db, sql: "SELECT count(*) FROM review")
        }
    }

    @Test("is folded in while more is written, and at the end")
    func folding() throws {
        let store = try Store.open(folder.data, rules: .sample, now: .minute(0))
        try store.growingLog { fold in
            for minute in 0..<20 {
                _ = try store.append(.sample(card, at: .minute(minute)))
                if minute % 4 == 0 { fold() }
            }
        }
        #expect(try answersInFile() == 20)
        #expect(try store.history(of: card).count == 20)
    }

    @Test("is folded in when a step fails, and none before is lost")
    func failing() throws {
        struct Failure: Error {}
        let store = try Store.open(folder.data, rules: .sample, now: .minute(0))
        #expect(throws: Failure.self) {
            try store.growingLog { fold in
                _ = try store.append(.sample(card, at: .minute(0)))
                fold()
                throw Failure()
            }
        }
        #expect(try answersInFile() == 1)
    }

    @Test("stays as it is in a store in memory")
    func inMemory() throws {
        let store = try Store.inMemory(rules: .sample)
        try store.growingLog { fold in
            _ = try store.append(.sample(card, at: .minute(0)))
            fold()
        }
        #expect(try store.history(of: card).count == 1)
    }
}
