import FSRS
import GRDB
import StudyCore

@testable import StudyStore

extension Timestamp {
    /// 2026-11-02 09:00 UTC and so many minutes.
    static func minute(_ minutes: Int) -> Timestamp {
        Timestamp(milliseconds: 1_793_610_000_000 + Int64(minutes) * 60_000)
    }

    static func day(_ days: Int, minute: Int = 0) -> Timestamp {
        .minute(days * 1440 + minute)
    }
}

extension StudyDay {
    /// The study day of `Timestamp.day`.
    static func sample(_ days: Int) -> StudyDay {
        StudyClock(utcOffset: 0).day(of: .day(days))
    }
}

extension Rules {
    /// A small scheduler that is easy to follow: good doubles the interval, again goes to a step.
    static let sample = Rules(version: "sample 1") { state, review, classSlug in
        let day = StudyClock(utcOffset: review.utcOffset).day(of: review.time)
        let reviews = (state?.reviews ?? 0) + 1
        let lapsed = state?.phase == .review && review.rating == .again
        let interval =
            review.rating == .again
            ? 0 : min(400, max(1, (state?.interval ?? 0) * 2) + (classSlug == "slow-class" ? 1 : 0))
        return CardState(
            memory: MemoryState(stability: Double(interval) + 0.5, difficulty: 5),
            phase: interval == 0 ? (state == nil ? .learning : .relearning) : .review,
            step: 0,
            due: interval == 0
                ? .moment(review.time.adding(seconds: 600)) : .day(day + interval),
            lastTime: review.time, lastDay: day, interval: interval, reviews: reviews,
            lapses: (state?.lapses ?? 0) + (lapsed ? 1 : 0))
    }
}

extension Guide {
    /// A guide with a definition, facts and one question.
    static func sample(
        _ term: String, class className: String = "Media Business", unit: String? = "Creators",
        path: String? = nil, definition: String? = nil, facts: [String] = [],
        question: (String, String)? = nil, aliases: [String] = [], confusedWith: [String] = []
    ) -> Guide {
        var items = [
            Item(kind: .definition, text: Prose(plain: definition ?? "\(term) is a thing to know."))
        ]
        items += facts.map { Item(kind: .fact, text: Prose(plain: $0)) }
        if let question {
            items.append(
                Item(
                    kind: .question, text: Prose(plain: question.0),
                    answer: Prose(markdown: "**\(question.1)**", plain: question.1)))
        }
        return Guide(
            id: Guide.ID(classSlug: slug(className), termSlug: slug(term)),
            path: path ?? "\(slug(className))/\(slug(term)).md", className: className, unit: unit,
            term: term, aliases: aliases, confusedWith: confusedWith, items: items)
    }
}

extension CatalogueChange {
    /// One file a guide, as a sweep of one library finds them.
    static func reading(
        _ guides: [Guide], removed: [String] = [], library: String = "/library", digest: UInt64 = 1
    ) -> CatalogueChange {
        CatalogueChange(
            read: guides.enumerated().map { index, guide in
                (
                    CatalogueFile(
                        library: library, path: guide.path, size: 100 + index,
                        modified: 1_793_610_000_000_000_000, inode: UInt64(index),
                        bucket: index % CatalogueDigest.bucketCount),
                    [guide]
                )
            },
            removed: removed.map { (library, $0) }, digest: .sample(digest))
    }
}

extension CatalogueDigest {
    /// A digest of one file, in the first bucket.
    static func sample(_ value: UInt64) -> CatalogueDigest {
        var digest = CatalogueDigest()
        digest.add(value, toBucket: 0)
        return digest
    }
}

extension ReviewDraft {
    static func sample(
        _ card: Card.ID, _ rating: Rating = .good, at time: Timestamp, form: Form = .flashcard,
        answer: String = ""
    ) -> ReviewDraft {
        ReviewDraft(
            card: card, form: form, rating: rating, time: time, utcOffset: 60, seconds: 4.5,
            answer: answer, score: nil, hints: 0, fingerprint: Fingerprint(value: .max - 5))
    }
}

extension Store {
    /// A store in memory with these guides.
    static func sample(_ guides: [Guide] = []) throws -> Store {
        let store = try Store.inMemory(rules: .sample)
        if !guides.isEmpty { _ = try store.update(.reading(guides), at: .minute(0)) }
        return store
    }

    /// The nth item of a guide.
    func item(_ index: Int, of term: String) throws -> Item.ID {
        let guide = try guides(named: term)[0]
        return try self.guide(guide.id)?.items[index].id ?? Item.ID("none")
    }

    /// Every row of every derived table, as text.
    func dump() throws -> [String: [String]] {
        try queue.read { db in
            var tables: [String: [String]] = [:]
            for table in Store.derivedTables + ["entry"] {
                tables[table] = try Row.fetchAll(db, sql: "SELECT * FROM \(table)")
                    .map { $0.databaseValues.map(\.description).joined(separator: " | ") }.sorted()
            }
            return tables
        }
    }
}

extension Assessment {
    static let sample = Assessment(
        proposed: .again, score: 0.25, confidence: 0.625,
        marks: [
            Mark(found: .covered, isTurned: false), Mark(found: .missing, isTurned: true),
            Mark(found: .contradicted, isTurned: false), Mark(found: .partly, isTurned: true),
        ], accepted: "seventy years")
}
