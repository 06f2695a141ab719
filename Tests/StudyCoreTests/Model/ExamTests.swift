import StudyCore
import Testing

@Suite("Exams")
struct ExamTests {
    private let media = Guide.ID(classSlug: "media", termSlug: "reach")
    private let law = Guide.ID(classSlug: "law", termSlug: "copyright")

    private func exam(_ parts: [Exam.Part], days: Int = 10) -> Exam {
        Exam(
            name: "Exam", parts: parts,
            moment: Timestamp(milliseconds: Int64(days) * 86_400_000), utcOffset: 0)
    }

    @Test("The narrowest part that holds a guide says how much it counts")
    func weight() {
        let exam = exam([
            Exam.Part(.guide(media), weight: 3), Exam.Part(.all, weight: 0.5),
            Exam.Part(.unit(classSlug: "media", name: "Audiences"), weight: 2),
            Exam.Part(.class(slug: "media")),
        ])
        let other = Guide.ID(classSlug: "media", termSlug: "cume")
        #expect(exam.weight(of: media, unit: "Audiences") == 3)
        #expect(exam.weight(of: other, unit: "Audiences") == 2)
        #expect(exam.weight(of: other, unit: "Markets") == 1)
        #expect(exam.weight(of: other, unit: nil) == 1)
        #expect(exam.weight(of: law, unit: "Audiences") == 0.5)
    }

    @Test("What no part holds is not examined, and a weight of 0 leaves out")
    func outside() {
        let exam = exam([
            Exam.Part(.class(slug: "media")),
            Exam.Part(.unit(classSlug: "media", name: "Audiences"), weight: 0),
        ])
        #expect(exam.weight(of: law, unit: nil) == 0)
        #expect(exam.weight(of: media, unit: "Audiences") == 0)
        #expect(exam.weight(of: media, unit: "Markets") == 1)
    }

    private func action(_ sequence: Int, _ deed: Action.Deed) -> Action {
        Action(
            id: EventID(device: "a", sequence: sequence), deed: deed,
            time: Timestamp(milliseconds: Int64(sequence)), utcOffset: 0)
    }

    @Test("Exams follow from the actions that count, whichever were taken back")
    func records() {
        let (late, early) = (exam([], days: 20), exam([], days: 10))
        let first = EventID(device: "a", sequence: 1)
        let actions = [
            action(1, .setExam(early, changing: nil)), action(2, .setExam(early, changing: nil)),
            action(3, .setExam(late, changing: first)), action(4, .enterResult(0.5, of: first)),
            action(5, .suspend(Card.ID(item: Item.ID("x"), facet: .fact))),
            action(6, .removeExam(EventID(device: "a", sequence: 2))),
        ]
        #expect(
            ExamRecord.records(after: actions) == [ExamRecord(id: first, exam: late, result: 0.5)])
        // The change keeps the exam although the first setting is taken back.
        #expect(ExamRecord.records(after: actions.dropFirst()).map(\.exam) == [late])
        #expect(ExamRecord.records(after: actions.dropLast()).map(\.exam) == [early, late])
        #expect(ExamRecord.records(after: []).isEmpty)
    }
}
