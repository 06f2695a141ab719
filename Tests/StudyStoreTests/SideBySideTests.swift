import GRDB
import StudyCore
import Synchronization
import Testing

@testable import StudyStore

@Suite("Two parts read at once")
struct SideBySideTests {
    private let folder: TemporaryFolder
    private let card = Card.ID(item: Item.ID("item"), facet: .fact)

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open() throws -> Store {
        try Store.open(folder.data, rules: .sample, now: .minute(0))
    }

    @Sendable private static func answers(_ db: Database) throws -> Int {
        try Int.fetchOne(db, sql: "SELECT count(*) FROM review") ?? 0
    }

    @Test("each has its connection and thread")
    func atOnce() throws {
        let store = try open()
        _ = try store.append(.sample(card, at: .minute(0)))
        let begun = Mutex(false)
        let both = try store.read(beside: { db in
            begun.withLock { $0 = true }
            return try Self.answers(db)
        }) { db, other in
            // The other part goes on without this one.
            let end = ContinuousClock.now + .seconds(60)
            while !begun.withLock({ $0 }), ContinuousClock.now < end {}
            #expect(begun.withLock { $0 })
            return [try Self.answers(db), try other()]
        }
        #expect(both == [1, 1])
    }

    @Test("are of one state, whoever writes meanwhile")
    func oneState() throws {
        let store = try open()
        let other = try open()
        var times = 0
        let both = try store.read(beside: { db in
            try Self.answers(db)
        }) { db, part in
            let mine = try Self.answers(db)
            times += 1
            if times == 1 { _ = try other.append(.sample(card, at: .minute(1))) }
            return [mine, try part()]
        }
        #expect(both == [1, 1], "read once more, after the answer of the other program")
        #expect(times == 2)
    }

    @Test("follow each other in a store in memory")
    func inMemory() throws {
        let store = try Store.inMemory(rules: .sample)
        _ = try store.append(.sample(card, at: .minute(0)))
        let both = try store.read(beside: { db in
            try Self.answers(db)
        }) { db, part in
            [try Self.answers(db), try part()]
        }
        #expect(both == [1, 1])
    }

    @Test("an error in either is thrown")
    func errors() throws {
        struct Refused: Error {}
        let store = try open()
        #expect(throws: (any Error).self) {
            try store.read(beside: { _ in throw Refused() }) { _, part in try part() }
        }
        #expect(throws: (any Error).self) {
            try store.read(beside: { _ in 1 }) { _, _ in throw Refused() }
        }
    }
}
