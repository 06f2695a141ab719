import StudyTerminal
import Testing

@Test(
    "Columns of a text are those a terminal gives it",
    arguments: [
        ("", 0),
        ("cafe", 4),
        ("café", 4),
        ("cafe\u{301}", 4),
        ("日本語", 6),
        ("ｆｕｌｌ", 8),
        ("한국어", 6),
        ("\u{1112}\u{1161}\u{11AB}", 2),
        ("שלום", 4),
        ("مرحبا", 5),
        ("हिन्दी", 5),
        ("±×÷…“”", 6),
        ("①", 1),
        ("😀", 2),
        ("👍🏽", 2),
        ("👩‍👩‍👧‍👦", 2),
        ("🏳️‍🌈", 2),
        ("🇩🇪", 2),
        ("❤️", 2),
        ("❤", 1),
        ("1️⃣", 2),
        ("✅", 2),
        ("a\u{200B}b\u{200D}c", 3),
        ("\u{FEFF}x", 1),
        ("\u{20000}", 2),
        ("a\u{1B}b\u{7F}\u{9B}\n", 2),
    ])
func columns(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
}

@Test("No scalar is wider than two columns or narrower than none")
func everyScalar() {
    for value in UInt32(0)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        let columns = DisplayWidth.columns(of: Character(scalar))
        if columns < 0 || columns > 2 { Issue.record("U+\(String(value, radix: 16)): \(columns)") }
    }
}
