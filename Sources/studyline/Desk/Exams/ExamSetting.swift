import StudyCore
import StudyStore

/// The setting or changing of an exam, from the words of `exam set`.
struct ExamSetting {
    /// What came of it.
    struct Outcome {
        let record: ExamRecord
        /// As it was before; nil for a new one.
        let before: Exam?
        /// What had to be made up for the date; nil when none was given.
        let moment: WrittenMoment?
    }

    let desk: Desk
    let command: ExamSetCommand

    func set() throws -> Outcome {
        let reader = desk.momentReader
        let ahead = try desk.examsAhead()
        let words = ExamWords(
            command.words,
            isPart: { text in
                desk.isPart(text) || ahead.contains { slug($0.exam.name) == slug(text) }
            },
            isMoment: reader.isMoment)
        let record = try known(words, ahead)
        let named = try record == nil ? desk.examScope(words.scope) : nil
        let moment = try words.date.isEmpty && record != nil ? nil : reader.read(words.date)
        var exam =
            record?.exam
            ?? Exam(
                name: command.name ?? named?.name ?? "", parts: named?.parts ?? [],
                moment: desk.now(), utcOffset: 0)
        if let moment { (exam.moment, exam.utcOffset) = (moment.time, moment.utcOffset) }
        if record != nil, command.name != nil, !words.scope.isEmpty {
            exam.parts = try desk.examScope(words.scope).parts
        }
        try apply(to: &exam)
        guard try !desk.cards(of: exam).isEmpty else { throw ExamError.noCards(exam.name) }
        let action = try desk.append(.setExam(exam, changing: record?.id))
        return Outcome(
            record: ExamRecord(id: record?.id ?? action.id, exam: exam), before: record?.exam,
            moment: moment)
    }

    /// The exam ahead that is meant: of that name, or of that scope.
    private func known(_ words: ExamWords, _ ahead: [ExamRecord]) throws -> ExamRecord? {
        if let name = command.name {
            return ahead.first { slug($0.exam.name) == slug(name) }
        }
        if let named = ahead.first(where: { slug($0.exam.name) == slug(words.scope) }) {
            return named
        }
        if words.scope.isEmpty, words.date.isEmpty, ahead.count == 1 { return ahead[0] }
        guard let name = try? desk.examScope(words.scope).name else { return nil }
        return ahead.first { slug($0.exam.name) == slug(name) }
    }

    private func apply(to exam: inout Exam) throws {
        if let minutes = command.minutes { exam.minutesPerDay = minutes }
        if let text = command.daysOff {
            guard let days = Weekday.list(text), days.count < 7 else {
                throw ExamError.invalid(
                    option: "--days-off", value: text,
                    wanted: "days such as sat,sun or weekends, and not all of them, or none")
            }
            exam.daysOff = days
        }
        if let text = command.target {
            guard let target = Score.share(text), target > 0 else {
                throw ExamError.invalid(
                    option: "--target", value: text, wanted: "a score such as 90%")
            }
            exam.target = target
        }
        for text in command.weight { try weigh(text, in: &exam) }
    }

    /// `Revenue models=2`.
    private func weigh(_ text: String, in exam: inout Exam) throws {
        let sides = text.split(separator: "=", omittingEmptySubsequences: false)
        guard sides.count == 2, let weight = Double(String(sides[1]).trimmed),
            (0...1000).contains(weight)
        else {
            throw ExamError.invalid(
                option: "--weight", value: text,
                wanted:
                    "a unit or guide, '=' and a number from 0 to 1000, such as \"Revenue models=2\""
            )
        }
        let part = try desk.part(named: String(sides[0]).trimmed)
        guard let scope = Exam.Scope(part.scope) else { return }
        let others = exam.parts.filter { $0.scope != scope }
        var wider = exam
        wider.parts = others
        let isInside = try desk.store.guideHeads(in: part.scope).allSatisfy { head in
            wider.parts.isEmpty || wider.parts.contains { $0.scope.holds(head.id, unit: head.unit) }
        }
        guard isInside else { throw ExamError.outside(part: part.name, exam: exam.name) }
        exam.parts = others + [Exam.Part(scope, weight: weight)]
    }
}

/// A share of points as it is typed.
enum Score {
    /// `85%`, `85`, `0.85` or `34/40`; nil for what is no share.
    static func share(_ text: String) -> Double? {
        let text = text.trimmed.replacing(",", with: ".")
        let sides = text.split(separator: "/", omittingEmptySubsequences: false)
        if sides.count == 2 {
            guard let points = Double(String(sides[0]).trimmed), points >= 0,
                let all = Double(String(sides[1]).trimmed), all > 0, points <= all
            else { return nil }
            return points / all
        }
        let isPercent = text.hasSuffix("%")
        guard let number = Double(isPercent ? String(text.dropLast()).trimmed : text),
            (0...100).contains(number)
        else { return nil }
        // 0.85 is a share; 1 and 85 are per cent.
        return isPercent || !(number < 1) ? number / 100 : number
    }
}
