import StudyCore
import StudyStore

extension Desk {
    /// Exams that are ahead, the nearest first.
    func examsAhead() throws -> [ExamRecord] {
        let now = now()
        return try store.exams().filter { $0.exam.moment > now }
    }

    /// Exams that are ahead and that the learner gives time to: those whose plan is followed.
    func examsPlanned() throws -> [ExamRecord] {
        try examsAhead().filter { $0.exam.minutesPerDay > 0 }
    }

    /// The exam of a name; when none is given, the nearest one ahead.
    func exam(named name: String) throws -> ExamRecord {
        let exams = try store.exams()
        let ahead = exams.filter { $0.exam.moment > now() }
        guard !name.isEmpty else {
            guard let nearest = ahead.first else {
                throw exams.isEmpty ? ExamError.noExams : ExamError.noneAhead
            }
            return nearest
        }
        return try named(name, ahead + exams.reversed())
    }

    /// The exam that a result belongs to: of a name, or the last one that is over and has none.
    func examOver(named name: String) throws -> ExamRecord {
        let now = now()
        let exams = try store.exams()
        let over = exams.filter { $0.exam.moment <= now }.reversed()
        guard name.isEmpty else {
            if let found = try? named(name, Array(over)) { return found }
            let record = try named(name, exams)
            throw ExamError.noResultYet(
                name: record.exam.name,
                moment: Phrases.moment(record.exam.moment, utcOffset: record.exam.utcOffset))
        }
        if let waiting = over.first(where: { $0.result == nil }) { return waiting }
        guard exams.isEmpty else {
            if let next = exams.first(where: { $0.exam.moment > now }), over.isEmpty {
                throw ExamError.noResultYet(
                    name: next.exam.name,
                    moment: Phrases.moment(next.exam.moment, utcOffset: next.exam.utcOffset))
            }
            throw ExamError.noneOver
        }
        throw ExamError.noExams
    }

    private func named(_ name: String, _ exams: [ExamRecord]) throws -> ExamRecord {
        let wanted = slug(name)
        guard let found = exams.first(where: { slug($0.exam.name) == wanted }) else {
            if exams.isEmpty { throw ExamError.noExams }
            let names = Set(exams.map(\.exam.name))
            throw ExamError.unknown(name, near: NearName.suggestions(for: name, among: names))
        }
        return found
    }

    /// Reads dates as the learner writes them, from now and here.
    var momentReader: MomentReader {
        MomentReader(now: now()) { self.clock(at: $0).utcOffset }
    }
}
