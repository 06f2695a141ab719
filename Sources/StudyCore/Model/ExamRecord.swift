/// An exam as the log tells it.
package struct ExamRecord: Hashable, Sendable, Identifiable {
    /// The event by which it was first set.
    package let id: EventID
    package var exam: Exam
    /// The share of points reached, 0–1; nil while it is not known.
    package var result: Double?

    package init(id: EventID, exam: Exam, result: Double? = nil) {
        self.id = id
        self.exam = exam
        self.result = result
    }
}

extension ExamRecord {
    /// The exams that actions leave behind, the nearest first.
    ///
    /// Each action stands on its own: an exam is there while one of the actions that set it counts and
    /// none that removes it, whichever of them are taken back.
    ///
    /// - Parameter actions: Those that count, in the order of replay; what is about no exam is passed over.
    /// - Returns: The exams in the order of their moments.
    package static func records(after actions: some Sequence<Action>) -> [ExamRecord] {
        var exams: [EventID: Exam] = [:]
        var results: [EventID: Double] = [:]
        var removed: Set<EventID> = []
        for action in actions {
            switch action.deed {
            case .setExam(let exam, let id): exams[id ?? action.id] = exam
            case .enterResult(let result, let id): results[id] = result
            case .removeExam(let id): removed.insert(id)
            default: continue
            }
        }
        return exams.filter { !removed.contains($0.key) }
            .map { ExamRecord(id: $0.key, exam: $0.value, result: results[$0.key]) }
            .sorted { ($0.exam.moment, $0.id) < ($1.exam.moment, $1.id) }
    }
}
