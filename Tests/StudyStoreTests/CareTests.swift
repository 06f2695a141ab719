import FSRS
import Foundation
import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("Migration, backup and copies")
struct CareTests {
    private let folder: TemporaryFolder
    private let card = Card.ID(item: Item.ID("item"), facet: .fact)

    init() throws {
        folder = try TemporaryFolder()
    }

    private let newest = Migration.all.last?.schema ?? 0

    private func open() throws -> Store {
        try Store.open(folder.data, rules: .sample, now: .minute(0))
    }

    private var backups: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.data.backupsPath)) ?? [])
            .sorted()
    }

    @Test("keeps the store as it was before a migration")
    func migration() throws {
        let store = try open()
        _ = try store.append(.sample(card, at: .minute(0)))
        let next = Migration(schema: newest + 1) { db in
            try db.execute(sql: "CREATE TABLE novelty (name TEXT NOT NULL) STRICT")
        }
        try store.migrate(Migration.all + [next], now: .minute(1))
        #expect(backups == ["schema-\(newest)-2026-11-02.sqlite"])
        #expect(
            try store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == newest + 1)
        #expect(try store.read { try $0.tableExists("novelty") })
        #expect(try store.history(of: card).count == 1)
        try store.close()
        let path = folder.data.storePath
        #expect(throws: StoreError.newerSchema(path: path, found: newest + 1, known: newest)) {
            try open()
        }

        // The backup is a store of the older program.
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(
            atPath: folder.data.backupsPath + "/" + backups[0], toPath: path)
        #expect(try open().history(of: card).count == 1)
    }

    @Test("leaves the store as it was when a migration fails")
    func failedMigration() throws {
        let store = try open()
        _ = try store.append(.sample(card, at: .minute(0)))
        let next = Migration(schema: newest + 1) { db in
            try db.execute(sql: "CREATE TABLE novelty (name TEXT) STRICT; DELETE FROM review")
        }
        #expect(
            throws: StoreError.unexpected(
                path: folder.data.storePath, detail: "reviews are never deleted")
        ) { try store.migrate(Migration.all + [next], now: .minute(1)) }
        #expect(try store.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } == newest)
        #expect(try store.read { try !$0.tableExists("novelty") })
        #expect(try store.history(of: card).count == 1)
    }

    @Test("backs up once a day and keeps the last seven")
    func daily() throws {
        let store = try open()
        for day in 0..<10 {
            _ = try store.append(.sample(card, at: .day(day)))
            #expect(try store.backUpDaily(now: .day(day)) != nil)
            #expect(try store.backUpDaily(now: .day(day, minute: 5)) == nil)
        }
        #expect(backups == (5...11).map { "day-2026-11-\($0 < 10 ? "0" : "")\($0).sqlite" })
        let last = try DatabaseQueue(path: folder.data.backupsPath + "/day-2026-11-11.sqlite")
        #expect(try last.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM review") } == 10)
        #expect(try last.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") } == "ok")
        #expect(
            throws: StoreError.refused(
                reason: "\(folder.data.storePath) exists already; name a file that does not.")
        ) { try store.backUp(to: folder.data.storePath) }
    }

    @Test("gives a copied folder a name of its own, and tells the same folder again by its own")
    func copies() throws {
        func append(to folder: DataFolder) throws -> EventID {
            let store = try Store.open(folder, rules: .sample, now: .minute(0))
            defer { try? store.close() }
            return try store.append(.sample(card, at: .minute(0))).review.id
        }
        let first = try append(to: folder.data)
        let copy = DataFolder(path: folder.path + "/copy")
        try FileManager.default.copyItem(atPath: folder.data.path, toPath: copy.path)
        let second = try append(to: folder.data)
        let copied = try append(to: copy)
        #expect(second == EventID(device: first.device, sequence: 2))
        #expect(copied.device != first.device)
        #expect(copied.sequence == 1)
    }

    @Test("finds wrong clocks and tables that do not follow from the events")
    func check() throws {
        let store = try open()
        _ = try store.append(.sample(card, at: .day(9)))
        _ = try store.append(.sample(card, at: .day(3)))
        var report = try store.check(at: .day(4))
        #expect(report.isSound)
        #expect(report.answersInTheFuture == 1)
        #expect(report.answersOutOfOrder == 1)
        #expect(report.reviews == 2)
        try store.write { try $0.execute(sql: "UPDATE card_state SET lapses = 40") }
        report = try store.check(at: .day(4))
        #expect(report.staleTables == ["card_state"])
        try store.rebuild()
        #expect(try store.check(at: .day(4)).isSound)
    }

    @Test("folds answers into the file at closing, and leaves what the guides say in the log")
    func closing() throws {
        let log = folder.data.storePath + "-wal"
        let files = FileManager.default
        var store = try open()
        _ = try store.append(.sample(card, at: .minute(0)))
        try store.close()
        #expect(!files.fileExists(atPath: log))

        store = try open()
        _ = try store.update(.reading([.sample("Reach")]), at: .minute(1))
        try store.close()
        #expect(files.fileExists(atPath: log))
        // A copy that leaves the log behind knows nothing of the guides, and reads them again.
        let copy = DataFolder(path: folder.path + "/copy")
        try files.createDirectory(
            atPath: copy.path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        try files.copyItem(atPath: folder.data.storePath, toPath: copy.storePath)
        let copied = try Store.open(copy, rules: .sample, now: .minute(2))
        #expect(try copied.history(of: card).count == 1)
        #expect(try copied.catalogueDigest() == nil)

        store = try open()
        #expect(try store.guideHeads(in: .all).map(\.term) == ["Reach"])
        #expect(try store.check(at: .minute(2)).isSound)
        try store.close()
        #expect(files.fileExists(atPath: log), "to look is no reason to wait for the disk")
        store = try open()
        _ = try store.append(.sample(card, at: .minute(3)))
        try store.close()
        #expect(!files.fileExists(atPath: log))
        #expect(try open().guideHeads(in: .all).map(\.term) == ["Reach"])
    }

    /// Schemas 2 to 5 were never released by themselves.
    @Test("opens the saved file of each released schema", arguments: [1, 6])
    func released(schema: Int) throws {
        let saved = try #require(
            Bundle.module.path(forResource: "Databases/schema-\(schema)", ofType: "sqlite"))
        try FileManager.default.createDirectory(
            atPath: folder.data.path, withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        try FileManager.default.copyItem(atPath: saved, toPath: folder.data.storePath)
        let store = try open()
        let report = try store.check(at: .day(30))
        #expect(report.isSound)
        #expect(report.reviews == 6)
        #expect(report.actions == (schema == 1 ? 4 : 6))
        #expect(try store.guideHeads(in: .all).map(\.term) == ["Reach", "Copyright"])
        let fact = try store.card(Card.ID(item: store.item(1, of: "reach"), facet: .fact))
        #expect(fact?.item.text.plain == "Reach counts 12 people.")
        #expect(fact?.state?.reviews == 3)
        #expect(fact?.marks == CardMarks(isFlagged: true))
        #expect(
            try store.history(of: #require(fact).id).map(\.isUndone) == [false, false, true, false])
        let question = Card.ID(item: try store.item(2, of: "copyright"), facet: .answer)
        try expectGraded(question, andExaminedIn: store, since: schema)
        _ = try store.append(.sample(#require(fact).id, at: .day(30)))
        #expect(try store.check(at: .day(30)).isSound)

        try store.rebuild()
        try expectGraded(question, andExaminedIn: store, since: schema)
        try store.close()
        _ = try Store.repair(folder.data, rules: .sample, now: .day(31))
        let repaired = try open()
        #expect(try repaired.check(at: .day(31)).isSound)
        try expectGraded(question, andExaminedIn: repaired, since: schema)
    }

    /// What the grader made of the one answer in the learner's own words, and the exam with its score.
    private func expectGraded(
        _ question: Card.ID, andExaminedIn store: Store, since schema: Int
    ) throws {
        let isKept = schema > 1
        #expect(
            try store.history(of: question).map(\.review.assessment)
                == [isKept ? .sample : nil, nil])
        #expect(
            try store.acceptedAnswers(to: question, limit: 9) == (isKept ? ["seventy years"] : []))
        let exams = try store.exams()
        #expect(exams.map(\.exam) == (isKept ? [savedExam] : []))
        #expect(exams.map(\.result) == (isKept ? [0.85] : []))
    }

    private let savedExam = Exam(
        name: "Law", parts: [Exam.Part(.class(slug: "law"))], moment: .day(40), utcOffset: 60,
        daysOff: [.sunday], target: 0.9)

    /// Makes the saved file of the newest schema anew, as long as that has not been released:
    /// `RENEW_DATABASES=1 swift test --filter renewSaved`.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["RENEW_DATABASES"] == "1"))
    func renewSaved() throws {
        var reach = Guide.sample(
            "Reach", facts: ["Reach counts people."], aliases: ["unique audience"])
        let copyright = Guide.sample(
            "Copyright", class: "Law", facts: ["It lasts 70 years."],
            question: ("How long does it last?", "For 70 years."))
        let store = try open()
        _ = try store.update(.reading([reach, copyright]), at: .day(0))
        let fact = Card.ID(item: try store.item(1, of: "reach"), facet: .fact)
        let question = Card.ID(item: try store.item(2, of: "copyright"), facet: .answer)
        _ = try store.append(.sample(fact, at: .minute(1), answer: "people"))
        _ = try store.append(
            .sample(fact, .again, at: .day(1), form: .typedTerm, answer: "nothing"))
        let undone = try store.append(.sample(fact, .easy, at: .day(2))).review.id
        _ = try store.append(.undo(undone), at: .day(2), utcOffset: 60)
        _ = try store.append(.flag(fact), at: .day(2), utcOffset: 60)
        var graded = ReviewDraft.sample(
            question, .hard, at: .day(2), form: .freeResponse, answer: "seventy years")
        graded.assessment = .sample
        _ = try store.append(graded)
        _ = try store.append(.sample(question, at: .day(3), form: .multipleChoice))
        _ = try store.append(.bury(question, until: .sample(5)), at: .day(3), utcOffset: 60)
        _ = try store.append(.suspend(question), at: .day(3), utcOffset: 60)
        reach.items[1].text = Prose(plain: "Reach counts 12 people.")
        _ = try store.update(.reading([reach, copyright]), at: .day(3))
        _ = try store.append(.sample(fact, at: .day(4)))
        let exam = try store.append(
            .setExam(savedExam, changing: nil), at: .day(4), utcOffset: 60)
        _ = try store.append(.enterResult(0.85, of: exam.id), at: .day(4), utcOffset: 60)
        let target = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Databases/schema-\(newest).sqlite").path
        try? FileManager.default.removeItem(atPath: target)
        try store.backUp(to: target)
    }
}
