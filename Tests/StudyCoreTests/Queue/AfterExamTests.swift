import FSRS
import StudyCore
import Testing

@Suite("After an exam")
struct AfterExamTests {
    private let exam = StudyDay(number: 20_000)

    private func candidate(_ index: Int, due: CardState.Due?) -> QueueCandidate {
        let state = due.map { due in
            CardState(
                memory: MemoryState(stability: 5, difficulty: 5), phase: .review, step: 0, due: due,
                lastTime: Timestamp(milliseconds: 0), lastDay: exam + -5, interval: 5, reviews: 3,
                lapses: 0)
        }
        return QueueCandidate(
            card: Card.ID(item: Item.ID("item\(index)"), facet: .fact),
            guide: Guide.ID(classSlug: "a", termSlug: "b"), state: state)
    }

    @Test("What was past its day comes back in even shares over a fortnight, and all of it does")
    func spread() {
        let cards = (0..<1400).map { candidate($0, due: .day(exam + -($0 % 9))) }
        let after = AfterExam(exam: exam)
        var before = 0
        for day in 1...AfterExam.span {
            let back = cards.count { !after.holdsBack($0, on: exam + day) }
            #expect((60...145).contains(back - before), "day \(day): \(back - before)")
            before = back
        }
        #expect(before == cards.count)
    }

    @Test("A card is held back until its day, and never again")
    func once() {
        let after = AfterExam(exam: exam)
        for index in 0..<50 {
            let card = candidate(index, due: .day(exam))
            let held = (0...20).map { after.holdsBack(card, on: exam + $0) }
            #expect(held == held.sorted { $0 && !$1 })
            #expect(held[0])
            #expect(!held[AfterExam.span])
        }
    }

    @Test("New cards, cards on steps and those due after the exam are not held back")
    func others() {
        let after = AfterExam(exam: exam)
        let dues: [CardState.Due?] = [
            nil, .moment(Timestamp(milliseconds: 0)), .day(exam + 1), .day(exam + 9),
        ]
        for due in dues {
            #expect((0..<50).allSatisfy { !after.holdsBack(candidate($0, due: due), on: exam + 1) })
        }
    }
}
