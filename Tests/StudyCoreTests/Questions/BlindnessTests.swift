import FSRS
import StudyCore
import Testing

/// What can be got without knowing anything.
@Suite("Multiple choice tells nothing")
struct BlindnessTests {
    /// Questions of four options, over all cards of the class and several seeds.
    static func questions(_ library: Library, seeds: Range<Int>) -> [Question] {
        library.subjects.flatMap { subject in
            seeds.compactMap { FormLawTests.question(subject, .multipleChoice, $0) }
        }
    }

    static let bundled = questions(.bundled, seeds: 0..<1)

    @Test("to who picks the longest option or the one most like the prompt")
    func strategies() throws {
        #expect(Self.bundled.count >= 200)
        for strategy in BlindStrategy.allCases {
            let share = try #require(strategy.share(ofRightIn: Self.bundled))
            #expect(share <= 0.35, "\(strategy) has \(share)")
        }
        for facet in [Card.Facet.term, .meaning, .fact] {
            let questions = Self.bundled.filter { $0.card.facet == facet }
            for strategy in BlindStrategy.allCases {
                let share = try #require(strategy.share(ofRightIn: questions))
                #expect(share <= 0.35, "\(strategy) has \(share) of \(facet)")
            }
        }
    }

    @Test("by its length: the right option is longest in 20 to 30 % of the questions")
    func lengths() {
        let longest = Self.bundled.count { question in
            guard case .choice(let choice) = question.response else { return false }
            let right = choice.options[choice.right].text.count
            return choice.options.count { $0.text.count >= right } == 1
        }
        let share = Double(longest) / Double(Self.bundled.count)
        #expect((0.20...0.30).contains(share), "\(share)")
    }

    @Test("by its place: over 10,000 questions each place is as good as another")
    func places() throws {
        // Few cards many times: what is tested is chance, and the making of options costs most.
        let subjects = Array(Library.bundled.subjects.filter { $0.card.facet == .term }.prefix(20))
        var counts = [0, 0, 0, 0]
        var seed = 0
        while counts.reduce(0, +) < 10_000 {
            for subject in subjects {
                if case .choice(let choice) = FormLawTests.question(subject, .multipleChoice, seed)?
                    .response
                {
                    counts[choice.right] += 1
                }
            }
            seed += 1
        }
        let expected = Double(counts.reduce(0, +)) / 4
        let chiSquare =
            counts.reduce(0) { $0 + (Double($1) - expected) * (Double($1) - expected) }
            / expected
        // The 99.9 % point of the distribution with three degrees of freedom.
        #expect(chiSquare < 16.27, "\(counts)")
    }

    @Test("by true and false: each is right in half of the questions")
    func truth() {
        let questions = Library.bundled.subjects.flatMap { subject in
            (0..<2).compactMap { FormLawTests.question(subject, .trueFalse, $0) }
        }
        let right = questions.count { question in
            guard case .choice(let choice) = question.response else { return false }
            return choice.right == 0
        }
        let share = Double(right) / Double(questions.count)
        #expect(questions.count > 500 && (0.46...0.54).contains(share), "\(share)")
    }
}
