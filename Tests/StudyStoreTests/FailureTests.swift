import Foundation
import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("When things go wrong")
struct FailureTests {
    private let folder: TemporaryFolder
    private let card = Card.ID(item: Item.ID("item"), facet: .fact)
    private var path: String { folder.data.storePath }

    init() throws {
        folder = try TemporaryFolder()
    }

    private func open(patience: Double = 5) throws -> Store {
        try Store.open(folder.data, rules: .sample, now: .minute(0), patience: patience)
    }

    /// A closed store with some hundred answers, a few pages long.
    private func makeStore() throws {
        let store = try open()
        for minute in 0..<300 {
            _ = try store.append(
                .sample(card, at: .minute(minute), answer: String(repeating: "word ", count: 20)))
        }
        try store.close()
    }

    private func overwrite(at offset: UInt64, count: Int) throws {
        let file = try #require(FileHandle(forUpdatingAtPath: path))
        try file.seek(toOffset: offset)
        try file.write(contentsOf: Data((0..<count).map { UInt8(truncatingIfNeeded: $0 &* 73) }))
        try file.close()
    }

    @Test("a file of a newer version is left alone")
    func newerSchema() throws {
        try makeStore()
        let queue = try DatabaseQueue(path: path)
        try queue.inDatabase { try $0.execute(sql: "PRAGMA user_version = 99") }
        try queue.close()
        let error = StoreError.newerSchema(path: path, found: 99, known: Migration.newest)
        #expect(throws: error) { try open() }
        #expect(
            error.description == """
                \(path) was written by a newer version of this program (its format is 99, this \
                version knows up to \(Migration.newest)). It was not touched. Update the program, or set \
                STUDYLINE_DATA to another folder.
                """)
    }

    @Test("a file that is no database is left alone")
    func garbage() throws {
        try makeStore()
        try overwrite(at: 0, count: 4096)
        let before = FileManager.default.contents(atPath: path)
        #expect(throws: StoreError.notADatabase(path: path)) { try open() }
        #expect(throws: StoreError.notADatabase(path: path)) {
            try Store.repair(folder.data, rules: .sample, now: .minute(9))
        }
        #expect(FileManager.default.contents(atPath: path) == before)
    }

    @Test("a database of another program is left alone")
    func foreign() throws {
        _ = try folder.data.prepare()
        let queue = try DatabaseQueue(path: path)
        try queue.inDatabase { try $0.execute(sql: "CREATE TABLE bookmark (url TEXT)") }
        try queue.close()
        #expect(throws: StoreError.foreignDatabase(path: path)) { try open() }
    }

    @Test("what is left of a damaged file is saved, and the file kept")
    func damaged() throws {
        try makeStore()
        let size = try #require(FileManager.default.contents(atPath: path)).count
        // The last pages hold the newest answers.
        try overwrite(at: UInt64(size - 3 * 4096), count: 2 * 4096)
        let store = try open()
        #expect(try !store.check(at: .day(9)).damage.isEmpty)
        #expect {
            for _ in 0..<9 { _ = try store.history(of: card) }
            _ = try store.read { db in try Row.fetchAll(db, sql: "SELECT * FROM review") }
        } throws: { error in
            guard case .corrupt(path, _)? = error as? StoreError else { return false }
            return "\(error)".hasPrefix("\(path) is damaged (")
        }
        try store.close()

        let report = try Store.repair(folder.data, rules: .sample, now: .minute(7))
        #expect(report.reviews > 100)
        #expect(report.reviews < 300)
        #expect(FileManager.default.fileExists(atPath: report.damagedFile))
        let repaired = try open()
        let after = try repaired.check(at: .day(9))
        #expect(after.isSound)
        #expect(after.reviews == report.reviews)
        #expect(try repaired.history(of: card).count == report.reviews)
        #expect(try repaired.append(.sample(card, at: .day(9))).state.reviews == report.reviews + 1)
    }

    @Test("a full disk loses nothing that was saved, and numbers go on without a gap")
    func diskFull() throws {
        let store = try open()
        _ = try store.append(.sample(card, at: .minute(0)))
        try store.queue.inDatabase { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages)")
        }
        let long = String(repeating: "long answer ", count: 4000)
        #expect(throws: StoreError.diskFull(path: path)) {
            try store.append(.sample(card, at: .minute(1), answer: long))
        }
        #expect(try store.history(of: card).count == 1)
        #expect(try store.card(card)?.state == nil)
        try store.queue.inDatabase { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        #expect(
            try store.append(.sample(card, at: .minute(2), answer: long)).review.id.sequence == 2)
        #expect(try store.check(at: .day(1)).isSound)
    }

    @Test("a file that may not be written says so")
    func readOnly() throws {
        let store = try open()
        try store.queue.inDatabase { try $0.execute(sql: "PRAGMA query_only = ON") }
        #expect(throws: StoreError.readOnly(path: path)) {
            try store.append(.sample(card, at: .minute(1)))
        }
    }

    @Test("a folder that may not be written says so", .enabled(if: geteuid() != 0))
    func readOnlyFolder() throws {
        try FileManager.default.createDirectory(
            atPath: folder.data.path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o500])
        #expect(throws: StoreError.readOnly(path: path)) { try open() }
    }

    @Test("another program's long lock is named after waiting, and nothing is lost")
    func locked() throws {
        let store = try open(patience: 0.05)
        _ = try store.append(.sample(card, at: .minute(0)))
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: path, configuration: configuration)
        try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
        #expect(throws: StoreError.locked(path: path)) {
            try store.append(.sample(card, at: .minute(1)))
        }
        #expect(try store.history(of: card).count == 1)
        try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
        #expect(try store.append(.sample(card, at: .minute(1))).review.id.sequence == 2)
    }

    @Test("a folder that cannot be one says why", arguments: ["file", "open to others"])
    func unusableFolder(kind: String) throws {
        let reason: String
        if kind == "file" {
            _ = FileManager.default.createFile(atPath: folder.data.path, contents: Data())
            reason = "it is not a folder"
        } else {
            try FileManager.default.createDirectory(
                atPath: folder.data.path, withIntermediateDirectories: false)
            chmod(folder.data.path, 0o777)
            reason = "other users may write it (chmod 700 mends that)"
        }
        #expect(throws: StoreError.unusableFolder(path: folder.data.path, reason: reason)) {
            try open()
        }
    }

    @Test("folder and files are the learner's alone")
    func permissions() throws {
        let data = DataFolder(path: folder.path + "/new/deep/data")
        let store = try Store.open(data, rules: .sample, now: .minute(0))
        _ = try store.append(.sample(card, at: .minute(0)))
        let backup = try #require(try store.backUpDaily(now: .minute(0)))
        for (path, mode) in [
            (data.path, 0o700), (data.backupsPath, 0o700), (data.storePath, 0o600),
            (data.storePath + "-wal", 0o600), (data.storePath + "-shm", 0o600), (backup, 0o600),
        ] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path)
            #expect((attributes[.posixPermissions] as? Int) == mode, "\(path)")
        }
    }

    @Test("each failure says what happened, what was kept and what to do")
    func words() {
        let errors: [StoreError] = [
            .newerSchema(path: "p", found: 2, known: 1), .notADatabase(path: "p"),
            .foreignDatabase(path: "p"), .corrupt(path: "p", detail: "d"), .diskFull(path: "p"),
            .readOnly(path: "p"), .locked(path: "p"), .unreachable(path: "p", reason: "r"),
            .unusableFolder(path: "p", reason: "r"), .diskFailure(path: "p", detail: "d"),
            .unexpected(path: "p", detail: "d"),
        ]
        #expect(Set(errors.map(\.description)).count == errors.count)
        for error in errors {
            #expect(error.description.split(separator: ". ").count >= 3, "\(error)")
        }
    }
}
