import FSRS
import Foundation
import GRDB
import StudyCore
import Testing

@testable import StudyStore

@Suite("Exams in the log")
struct ExamTests {
    private let store: Store
    private let midterm = Exam(
        name: "Media Business",
        parts: [
            Exam.Part(.class(slug: "media-business")),
            Exam.Part(.unit(classSlug: "media-business", name: "Creators"), weight: 2),
            Exam.Part(.guide(Guide.ID(classSlug: "law", termSlug: "copyright")), weight: 0.5),
            Exam.Part(.all, weight: 0),
        ],
        moment: .day(12), utcOffset: -210, minutesPerDay: 25.5, daysOff: [.saturday, .monday],
        target: 0.9)

    init() throws {
        store = try .sample([.sample("Reach"), .sample("Copyright", class: "Law")])
    }

    @discardableResult
    private func append(_ deed: Action.Deed, _ minute: Int) throws -> Action {
        try store.append(deed, at: .minute(minute), utcOffset: 60)
    }

    @Test("An exam comes back from the log as it was set, and so does a change")
    func set() throws {
        let id = try append(.setExam(midterm, changing: nil), 1).id
        #expect(try store.exams() == [ExamRecord(id: id, exam: midterm)])
        var moved = midterm
        (moved.moment, moved.daysOff, moved.target) = (.day(20), [], nil)
        try append(.setExam(moved, changing: id), 2)
        #expect(try store.exams() == [ExamRecord(id: id, exam: moved)])
        try append(.enterResult(0.85, of: id), 3)
        #expect(try store.exams() == [ExamRecord(id: id, exam: moved, result: 0.85)])
        try append(.removeExam(id), 4)
        #expect(try store.exams().isEmpty)
    }

    @Test("Undo and redo go through everything done to an exam, across other events")
    func undo() throws {
        let card = Card.ID(item: try store.item(0, of: "reach"), facet: .meaning)
        var seen: [[ExamRecord]] = [[]]
        func keep() throws { seen.append(try store.exams()) }
        let id = try append(.setExam(midterm, changing: nil), 1).id
        try keep()
        var later = midterm
        later.moment = .day(14)
        try append(.setExam(later, changing: id), 2)
        try keep()
        _ = try store.append(.sample(card, at: .minute(3)))
        try keep()
        try append(.enterResult(0.5, of: id), 4)
        try keep()
        try append(.removeExam(id), 5)
        for expected in seen.reversed() {
            let event = try #require(try store.undoable())
            #expect(try store.event(event.id) == event)
            try append(.undo(event.id), 6)
            #expect(try store.exams() == expected)
        }
        #expect(try store.undoable() == nil)
        for expected in seen.dropFirst() {
            let undo = try #require(try store.redoable())
            try append(.redo(undo.id), 7)
            #expect(try store.exams() == expected)
        }
        let last = try #require(try store.redoable())
        try append(.redo(last.id), 8)
        #expect(try store.exams().isEmpty)
        #expect(try store.redoable() == nil)
    }

    @Test("A rebuild changes nothing, and an examination finds nothing")
    func rebuild() throws {
        let id = try append(.setExam(midterm, changing: nil), 1).id
        try append(.enterResult(0.5, of: id), 2)
        let before = (try store.exams(), try store.dump())
        try store.rebuild()
        #expect(try store.exams() == before.0)
        #expect(try store.dump() == before.1)
        let report = try store.check(at: .minute(3))
        #expect(report.isSound && report.actions == 2)
    }

    @Test("What is said of an exam that is not there is refused")
    func unknown() throws {
        let answer = try store.append(
            .sample(Card.ID(item: store.item(0, of: "reach"), facet: .meaning), at: .minute(1)))
        for id in [EventID(device: "elsewhere", sequence: 1), answer.review.id] {
            for deed in [Action.Deed.removeExam(id), .enterResult(1, of: id)]
                + [.setExam(midterm, changing: id)]
            {
                #expect(throws: StoreError.refused(reason: "There is no exam \(id).")) {
                    try append(deed, 2)
                }
            }
        }
        #expect(try store.exams().isEmpty)
    }

    @Test("Exams, their parts and forecasts can be added and neither changed nor deleted")
    func appendOnly() throws {
        let id = try append(.setExam(midterm, changing: nil), 1).id
        try store.note(.sample(0.8, at: .minute(2)), of: id)
        for table in ["exam", "exam_part", "forecast"] {
            let column = table == "exam" ? "name" : table == "exam_part" ? "unit" : "mean"
            for sql in ["DELETE FROM \(table)", "UPDATE \(table) SET \(column) = \(column)"] {
                #expect(throws: StoreError.self, "\(sql)") {
                    try store.write { try $0.execute(sql: sql) }
                }
            }
        }
        #expect(try store.exams().count == 1)
    }

    @Test("The forecast before an exam is the last one made before it, and undo leaves it")
    func forecasts() throws {
        let id = try append(.setExam(midterm, changing: nil), 1).id
        #expect(try store.lastForecast(of: id, before: .day(12)) == nil)
        for (day, mean) in [(1, 0.6), (11, 0.8), (13, 0.1)] {
            try store.note(.sample(mean, at: .day(day)), of: id)
        }
        #expect(try store.lastForecast(of: id, before: .day(12))?.mean == 0.8)
        #expect(try store.forecasts(of: id).map(\.mean) == [0.6, 0.8, 0.1])
        #expect(try store.undoable()?.id == id)
    }

    @Test("One plan is kept, the last one")
    func keptPlan() throws {
        #expect(try store.keptPlan() == nil)
        try store.keepPlan("one", for: .sample(0))
        try store.keepPlan("two", for: .sample(1))
        let kept = try #require(try store.keptPlan())
        #expect(kept.day == .sample(1) && kept.content == "two")
    }

    @Test("Seconds are told by what was asked, how it went and whether it was the first time")
    func times() throws {
        let card = Card.ID(item: try store.item(0, of: "reach"), facet: .meaning)
        for (minute, rating) in [Rating.again, .good, .good].enumerated() {
            _ = try store.append(.sample(card, rating, at: .minute(minute)))
        }
        let times = try store.answerTimes(newest: 10).sorted { $0.rating < $1.rating }
        #expect(times.map(\.rating) == [.again, .good])
        #expect(times.map(\.isFirst) == [true, false])
        #expect(times.map(\.count) == [1, 2])
        #expect(times.map(\.seconds) == [4.5, 9])
        #expect(try store.answerTimes(newest: 1).map(\.count) == [1])
        #expect(try store.answers(since: .minute(1)).map(\.seconds) == [4.5, 4.5])
    }
}

extension SaidForecast {
    fileprivate static func sample(_ mean: Double, at time: Timestamp) -> SaidForecast {
        SaidForecast(
            time: time, mean: mean, low: mean - 0.05, high: mean + 0.05, idle: mean / 2)
    }
}
