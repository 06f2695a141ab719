import StudyCore
import StudyGrading
import Testing

/// Answers of every kind, good, bad and devious, with what they must come to.
@Suite("Free answers")
struct GradingTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let name: String
        let answer: String
        let score: ClosedRange<Double>
        let verdicts: Set<AnswerGrade.Verdict>
        var testDescription: String { name }

        init(
            _ name: String, _ answer: String, _ score: ClosedRange<Double>,
            _ verdicts: AnswerGrade.Verdict...
        ) {
            self.name = name
            self.answer = answer
            self.score = score
            self.verdicts = Set(verdicts)
        }
    }

    static let question =
        "How does affiliate marketing divide the risk between seller and publisher?"
    static let model = """
        The seller pays after a sale, so advertising without result costs nothing in commission. \
        The publisher invests work in advance and earns nothing if readers look but do not buy. \
        Tracking decides who is paid, which makes link rules, codes and time limits part of the contract.
        """
    static let words = model.split(separator: " ").map(String.init)

    @Test(
        "are worth what they say",
        arguments: [
            Row("nothing", "", 0...0, .incorrect),
            Row("white space", " \n\t ", 0...0, .incorrect),
            Row("punctuation", "?!… — …", 0...0, .incorrect),
            Row("I do not know", "I don't know, sorry.", 0...0.1, .incorrect),
            Row("an escape sequence", "\u{1B}[31mred\u{1B}[0m \u{07}", 0...0.1, .incorrect),
            Row("emoji", "🙂🙂🙂", 0...0, .incorrect),
            Row("another script", "広告主は販売後に支払う", 0...0.05, .incorrect),
            Row("the question", question, 0...0, .incorrect),
            Row("the question twice", question + " " + question, 0...0, .incorrect),
            Row("the question in capitals", question.uppercased(), 0...0, .incorrect),
            Row(
                "the question turned round", "Seller and publisher divide the risk between them.",
                0...0.1, .incorrect),
            Row("the model answer", model, 0.98...1, .correct),
            Row("in capitals", model.uppercased(), 0.98...1, .correct),
            Row(
                "without punctuation", model.filter { $0.isLetter || $0 == " " }, 0.98...1, .correct
            ),
            Row(
                "as a list", "- " + model.split(separator: ". ").joined(separator: "\n- "),
                0.98...1, .correct),
            Row("with line ends anywhere", words.joined(separator: "\n"), 0.98...1, .correct),
            Row(
                "sentences the other way round",
                model.split(separator: ". ").reversed().joined(separator: ". "), 0.9...1, .correct),
            Row("with accents", model.replacingOccurrences("e", "é"), 0.95...1, .correct),
            Row(
                "with a preamble",
                "I think that, generally speaking, the following is true: " + model, 0.9...1,
                .correct),
            Row("the question before it", question + " " + model, 0.85...1, .correct),
            Row(
                "with typos",
                model.replacingOccurrences("publisher", "publsiher").replacingOccurrences(
                    "advertising", "advertizing"
                )
                .replacingOccurrences("commission", "comission").replacingOccurrences(
                    "Tracking", "Traking"),
                0.85...1, .correct),
            Row("five times as long", model + other(4), 0.7...1, .correct),
            Row(
                "said five times", Array(repeating: model, count: 5).joined(separator: " "),
                0.7...1, .correct),
            Row(
                "the first half", words.prefix(words.count / 2).joined(separator: " "), 0.3...0.8,
                .correct, .partly),
            Row(
                "the second half", words.suffix(words.count / 2).joined(separator: " "), 0.3...0.8,
                .correct, .partly),
            Row(
                "one of three points", model.split(separator: ". ").first.map(String.init) ?? "",
                0.2...0.6, .partly, .correct),
            Row("every third word", every(3), 0...0.5, .incorrect, .partly),
            Row("every fifth word", every(5), 0...0.4, .incorrect, .partly),
            Row(
                "the words in alphabetical order", words.sorted().joined(separator: " "), 0...0.9,
                .partly, .correct),
            Row("one right word", "commission", 0...0.25, .incorrect),
            Row(
                "one right word fifty times",
                Array(repeating: "commission", count: 50).joined(separator: " "), 0...0.3,
                .incorrect),
            Row(
                "the subject's vocabulary",
                "Affiliate marketing has advertisers, brands, audiences, clicks, links, campaigns, sponsors and creators.",
                0...0.25, .incorrect),
            Row("another answer of the guide", sponsored, 0...0.35, .incorrect, .partly),
            Row("another guide's answer", television, 0...0.2, .incorrect),
            Row(
                "nonsense as long as the answer",
                "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore magna aliqua.",
                0...0.15, .incorrect),
            Row(
                "in other words",
                "The seller only pays a commission once something was sold, so ads without results are free for him. The publisher works first and earns nothing unless readers buy. Tracking rules say who gets paid, and so they belong in the contract.",
                0.3...1, .correct, .partly),
            Row(
                "the sense reversed",
                "The seller pays before a sale, so advertising without result costs much in commission. The publisher does not invest work in advance and earns something if readers look but do not buy.",
                0...0.5, .contradiction),
            Row(
                "one point denied",
                "The seller does not pay after a sale. The publisher invests work in advance and earns nothing if readers look but do not buy. Tracking decides who is paid, which makes link rules, codes and time limits part of the contract.",
                0...0.95, .contradiction, .partly, .correct),
            Row(
                "a very long word", String(repeating: "commission", count: 1_000), 0...0.3,
                .incorrect),
            Row(
                "ten thousand words",
                Array(repeating: "sale", count: 10_000).joined(separator: " "), 0...0.3, .incorrect),
        ])
    func grade(_ row: Row) {
        let grader = AnswerGrader(wordNet: nil)
        let grade = grader.grade(
            row.answer,
            against: grader.prepare(
                .init(
                    question: Self.question, answer: Self.model,
                    given: ["Affiliate marketing", "affiliate links"],
                    neighbours: [Self.sponsored, Self.television])))
        #expect(row.score.contains(grade.score), "\(grade.score)")
        #expect(row.verdicts.contains(grade.verdict), "\(grade.verdict)")
    }

    static let sponsored = """
        A sponsored post earns an agreed fee, while affiliate marketing earns a share of traced sales. The \
        sponsor approves the message and the date; an affiliate writes what it likes within the rules.
        """
    static let television = """
        Networks sell most of their time in the spring, and keep the rest for the months in which the \
        programmes run. A buyer who waits may find lower prices or nothing left.
        """

    static func every(_ step: Int) -> String {
        stride(from: 0, to: words.count, by: step).map { words[$0] }.joined(separator: " ")
    }

    static func other(_ times: Int) -> String {
        " " + Array(repeating: television, count: times).joined(separator: " ")
    }

    @Test("to a question of one word are right or wrong")
    func shortAnswers() {
        let grader = AnswerGrader(wordNet: nil)
        let model = grader.prepare(.init(question: "Which is larger, A or B?", answer: "B"))
        #expect(grader.grade("B", against: model).verdict == .correct)
        #expect(grader.grade("b.", against: model).verdict == .correct)
        #expect(grader.grade("C", against: model).verdict == .incorrect)
    }

    @Test("count by the names and abbreviations that a guide gives")
    func aliases() {
        let grader = AnswerGrader(wordNet: nil)
        let source = ModelAnswer.Source(
            question: "How is display advertising priced?",
            answer: "Display advertising is priced by cost per mille.",
            aliases: [["cost per mille", "CPM", "thousand-impression price"]])
        let model = grader.prepare(source)
        #expect(grader.grade("By CPM.", against: model).points.map(\.state) == [.covered])
        #expect(
            grader.grade("By thousand-impression price", against: model).points.map(\.state) == [
                .covered
            ])
        #expect(grader.grade("By click.", against: model).points.map(\.state) == [.missing])
    }

    @Test("may use the first letters of what they mean")
    func initials() {
        let grader = AnswerGrader(wordNet: nil)
        let model = grader.prepare(
            .init(question: "What brings visitors?", answer: "Search engine optimization."))
        #expect(grader.grade("SEO", against: model).points.map(\.state) == [.covered])
    }

    @Test("that were accepted once count from then on")
    func acceptedWording() {
        let wording = "Whoever sells hands over money only when goods change hands."
        let grader = AnswerGrader(wordNet: nil)
        var source = ModelAnswer.Source(question: Self.question, answer: Self.model)
        #expect(grader.grade(wording, against: grader.prepare(source)).verdict == .incorrect)
        source.accepted = [wording]
        let model = grader.prepare(source)
        let grade = grader.grade(
            "whoever sells hands over money only when goods change hands", against: model)
        #expect(grade.verdict == .correct)
        #expect(grade.points.allSatisfy { $0.state == .covered })
        #expect(grader.grade(Self.television, against: model).verdict == .incorrect)
    }

    @Test("show what was found, what is lacking and where")
    func decidingWords() throws {
        let grader = AnswerGrader(wordNet: nil)
        let model = "Networks sell time in spring; cinemas sell tickets at the door."
        let grade = grader.grade(
            "In sping the networks sell time.",
            against: grader.prepare(.init(question: "Who sells what?", answer: model)))
        try #require(grade.points.count == 2)
        #expect(grade.points[0].text == "Networks sell time in spring")
        #expect(grade.points[0].state == .covered)
        #expect(grade.points[0].found == ["networks", "sell", "time", "sping"])
        #expect(grade.points[0].lacking.isEmpty)
        #expect(grade.points[1].state == .missing)
        #expect(grade.points[1].lacking.map(\.text) == ["cinemas", "tickets", "door"])
        for word in grade.points[1].lacking {
            let bytes = Array(model.utf8)[word.range]
            #expect(String(decoding: bytes, as: UTF8.self) == word.text)
        }
        #expect(abs(grade.points.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    }

    @Test("are graded the same by the same grader and by another")
    func repeatable() {
        let one = AnswerGrader(wordNet: nil)
        let two = AnswerGrader(wordNet: nil)
        let source = ModelAnswer.Source(
            question: Self.question, answer: Self.model, neighbours: [Self.sponsored])
        let first = one.grade(Self.every(3), against: one.prepare(source))
        #expect(one.grade(Self.every(3), against: one.prepare(source)) == first)
        #expect(two.grade(Self.every(3), against: two.prepare(source)) == first)
    }
}

extension String {
    /// The text with one piece put in place of another wherever it stands.
    fileprivate func replacingOccurrences(_ old: String, _ new: String) -> String {
        split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
    }
}
