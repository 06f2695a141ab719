import StudyCore
import Testing

@Suite("Typed answers are read")
struct AnswerReadingTests {
    static let choice = Question.Choice(
        options: ["Acid", "Base", "Salt of iron", "Salt of zinc"].map {
            .init(text: $0, term: $0)
        }, right: 1)

    @Test(
        "as the option whose letter, number or beginning they are",
        arguments: [
            ("b", 1), ("B", 1), (" b) ", 1), ("B.", 1), ("2", 1), ("base", 1), ("Ba", 1),
            ("acid", 0), ("salt of z", 3), ("SALT OF IRON", 2),
            ("", nil), ("e", nil), ("0", nil), ("5", nil), ("salt", nil), ("bass", nil),
            ("!?", nil), ("12345678901234567890", nil),
        ] as [(String, Int?)])
    func options(typed: String, index: Int?) {
        #expect(Self.choice.index(of: typed) == index)
    }

    static let pairs = Question.Pairs(
        terms: ["Acid", "Base", "Salt"], definitions: ["gives", "takes", "ions"], key: [0, 1, 2],
        cards: [])

    @Test(
        "as pairs of numbers and letters, in any order and with any signs between",
        arguments: [
            ("1c 2a 3b", [2, 0, 1]), ("3b1c2a", [2, 0, 1]), ("1-c, 2=a; 3: b", [2, 0, 1]),
            ("1C 2 A", [2, 0, nil]), ("c a b", [2, 0, 1]), ("cab", [2, 0, 1]),
        ] as [(String, [Int?])])
    func pairs(typed: String, assignment: [Int?]) throws {
        #expect(try Self.pairs.assignment(of: typed) == assignment)
    }

    @Test(
        "as nothing when it is not clear what they mean, and why",
        arguments: [
            ("", .noPair("")), ("c", .noPair("c")), ("ca", .noPair("ca")), ("1", .noPair("1")),
            ("1 2", .noPair("1")),
            ("4a", .noTerm("4")), ("0a", .noTerm("0")), ("1d", .noDefinition("d")),
            ("1a 1b", .twice("1b")), ("1a 2a", .twice("2a")), ("cac", .twice("c")),
            ("99999999999999999999a", .noTerm("99999999999999999999")),
        ] as [(String, Question.Pairs.Unreadable)])
    func unreadable(typed: String, reason: Question.Pairs.Unreadable) {
        #expect(throws: reason) { try Self.pairs.assignment(of: typed) }
    }
}
