import StudyContent
import StudyCore
import StudyGrading
import Testing

/// The grader beside every review question of the bundled class.
@Suite("The bundled guides")
struct BundledGuidesTests {
    /// A review question with its place.
    struct Asked {
        let guide: Guide
        let question: String
        let answer: String
    }

    static let guides: [Guide] = {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        return loadLibrary(at: LibraryFolder(path: "/" + root + "/content")).flatMap(\.guides)
    }()

    static let asked: [Asked] = guides.flatMap { guide in
        guide.items.compactMap { item in
            item.answer.map { Asked(guide: guide, question: item.text.plain, answer: $0.plain) }
        }
    }

    /// What a quiz knows of a question: the guide's names, and answers that must not pass for this one.
    static func source(_ asked: Asked) -> ModelAnswer.Source {
        let guide = asked.guide
        let near = Self.asked.filter {
            $0.guide.id == guide.id || guide.confusedWith.contains($0.guide.id.termSlug)
                || $0.guide.unit == guide.unit
        }
        return ModelAnswer.Source(
            question: asked.question, answer: asked.answer, given: [guide.term] + guide.aliases,
            neighbours: near.map(\.answer))
    }

    @Test("have questions to look at")
    func loaded() {
        #expect(Self.guides.count >= 80)
        #expect(Self.asked.count >= 240)
    }

    @Test("give the model answer full marks, half of it about half, and other answers next to none")
    func everyQuestion() {
        let grader = AnswerGrader(wordNet: nil)
        for (index, asked) in Self.asked.enumerated() {
            let model = grader.prepare(Self.source(asked))
            let score = { (answer: String) in grader.grade(answer, against: model).score }
            let place = "\(asked.guide.id): \(asked.question)"
            let words = asked.answer.split(separator: " ")
            let half = words.prefix(words.count / 2).joined(separator: " ")
            #expect(score(asked.answer) >= 0.98, "\(place)")
            #expect((0.3...0.8).contains(score(half)), "\(place): \(score(half))")
            #expect(score(asked.question) <= 0.05, "\(place)")
            for other in Self.asked where other.answer != asked.answer {
                if other.guide.id == asked.guide.id {
                    #expect(score(other.answer) <= 0.35, "\(place) ← \(other.question)")
                }
            }
            // All 57,000 pairs would take minutes without optimisation: some others for each question.
            for offset in stride(from: index % 40, to: Self.asked.count, by: 40) {
                let other = Self.asked[offset]
                guard other.guide.id != asked.guide.id else { continue }
                #expect(score(other.answer) <= 0.2, "\(place) ← \(other.question)")
            }
        }
    }
}
