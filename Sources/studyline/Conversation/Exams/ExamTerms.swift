import StudyCore
import StudyStore

/// What the learner gives and wants, in words: `20 minutes a day, none on Sat and Sun; target 90 %`.
struct ExamTerms {
    let desk: Desk

    func text(of exam: Exam) -> String {
        let phrases = ExamPhrases(desk: desk)
        var text =
            "\(phrases.minutes(exam.minutesPerDay)) minute\(exam.minutesPerDay == 1 ? "" : "s") a day"
        if !exam.daysOff.isEmpty { text += ", none on \(phrases.daysOff(exam.daysOff))" }
        if let target = exam.target { text += "; target \(Phrases.percent(target))" }
        for part in exam.parts where part.weight != 1 {
            let name = name(of: part.scope)
            text +=
                part.weight == 0
                ? "; without \(name)" : "; \(name) counts \(phrases.minutes(part.weight))"
        }
        return text
    }

    private func name(of scope: Exam.Scope) -> String {
        switch scope {
        case .all: "everything"
        case .class(let slug):
            (try? desk.store.classes().first { $0.slug == slug }?.shown) ?? slug
        case .unit(_, let name): name
        case .guide(let id): (try? desk.store.guide(id)?.head.term) ?? id.termSlug
        }
    }
}
