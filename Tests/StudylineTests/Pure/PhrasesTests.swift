import FSRS
import StudyCore
import Testing

@testable import studyline

@Suite("Phrases")
struct PhrasesTests {
    @Test(
        "Counts",
        arguments: [
            (0, "0 cards"), (1, "1 card"), (2, "2 cards"), (9999, "9999 cards"),
            (10_000, "10,000 cards"), (1_234_567, "1,234,567 cards"), (-10_000, "-10,000 cards"),
        ])
    func counts(number: Int, text: String) {
        #expect(Phrases.count(number, "card") == text)
        #expect(Phrases.count(2, "entry", "entries") == "2 entries")
    }

    @Test(
        "A span of seconds, in its largest sensible unit",
        arguments: [
            (-5, "0 s"), (0, "0 s"), (40, "40 s"), (59.4, "59 s"), (59.6, "1 min"),
            (60, "1 min"), (600, "10 min"), (3569, "59 min"), (3595, "1 h"), (3600, "1 h"),
            (82_800, "23 h"), (86_399, "1 d"), (86_400, "1 d"), (10 * 86_400, "10 d"),
        ] as [(Double, String)])
    func seconds(seconds: Double, text: String) {
        #expect(Phrases.span(seconds: seconds) == text)
    }

    @Test(
        "A span of days, in its largest sensible unit",
        arguments: [
            (0, "0 d"), (0.2, "5 h"), (0.01, "14 min"), (1, "1 d"), (1.4, "1 d"), (12, "12 d"),
            (30, "30 d"), (30.5, "1 mo"), (76, "2.5 mo"), (364, "1 y"), (365.25, "1 y"),
            (511, "1.4 y"), (36_525, "100 y"),
        ] as [(Double, String)])
    func days(days: Double, text: String) {
        #expect(Phrases.span(days: days) == text)
    }

    @Test(
        "A duration, spelt out",
        arguments: [
            (0, "0 seconds"), (1, "1 second"), (89, "89 seconds"), (90, "2 minutes"),
            (600, "10 minutes"), (5399, "90 minutes"), (5400, "1.5 hours"), (7200, "2 hours"),
        ] as [(Double, String)])
    func duration(seconds: Double, text: String) {
        #expect(Phrases.duration(seconds: seconds) == text)
    }

    @Test(
        "Per cent and decimals",
        arguments: [(0, "0 %", "0"), (0.875, "88 %", "0.9"), (1, "100 %", "1")]
            as [(Double, String, String)])
    func shares(share: Double, percent: String, decimal: String) {
        #expect([Phrases.percent(share), Phrases.oneDecimal(share)] == [percent, decimal])
        #expect(Phrases.oneDecimal(9.96) == "10")
        #expect(Phrases.oneDecimal(2.25) == "2.3")
    }
}

@Suite("Ratings that are typed")
struct TypedRatingTests {
    @Test(
        "Numbers, names and beginnings of names",
        arguments: [
            ("", Rating.hard), ("1", .again), ("4", .easy), ("again", .again), ("A", .again),
            ("h", .hard), ("Go", .good), ("easy", .easy), ("0", nil), ("5", nil), ("x", nil),
            ("goody", nil), ("-1", nil), ("3.0", nil),
        ] as [(String, Rating?)])
    func typed(text: String, rating: Rating?) {
        #expect(QuizConversation.rating(text, suggestion: .hard) == rating)
    }
}
