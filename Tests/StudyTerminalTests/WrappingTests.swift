import StudyTerminal
import Testing

@Test(
    "Text is wrapped at words",
    arguments: [
        ("", 10, [""]),
        ("one two three four", 9, ["one two", "three", "four"]),
        ("exactly ten", 11, ["exactly ten"]),
        ("a line\n\nand another", 20, ["a line", "", "and another"]),
        ("ends here   ", 20, ["ends here"]),
        ("   indented text goes on", 14, ["   indented", "text goes on"]),
        ("two  spaces  stay", 12, ["two  spaces", "stay"]),
        ("supercalifragilistic word", 8, ["supercal", "ifragili", "stic", "word"]),
        ("10\u{A0}000 cards", 8, ["10\u{A0}000", "cards"]),
        ("see 10\u{A0}000 cards", 9, ["see", "10\u{A0}000", "cards"]),
        ("日本語のテキスト", 6, ["日本語", "のテキ", "スト"]),
        ("日本語。「次」", 6, ["日本", "語。", "「次」"]),
        ("a日本", 4, ["a日", "本"]),
        ("👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 4, ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", "👩‍👩‍👧‍👦"]),
        ("e\u{301}e\u{301}e\u{301}", 2, ["e\u{301}e\u{301}", "e\u{301}"]),
        ("日本", 1, ["日", "本"]),
        ("narrow", 0, ["n", "a", "r", "r", "o", "w"]),
    ])
func wrapped(text: String, width: Int, lines: [String]) {
    #expect(StyledText(text).wrapped(to: width).map(\.plain) == lines)
}

@Test("Prefixes stand before the first line and before the others")
func prefixes() {
    let text: StyledText = "Brands pay \("creators", .term) for posts.\nOften."
    #expect(
        text.wrapped(to: 18, first: "10. ").map(\.plain) == [
            "10. Brands pay", "    creators for", "    posts.", "    Often.",
        ])
    #expect(
        text.wrapped(to: 18, first: "> ", rest: "> ").map(\.plain) == [
            "> Brands pay", "> creators for", "> posts.", "> Often.",
        ])
    #expect(
        StyledText("a\n\nb").wrapped(to: 9, first: "> ", rest: "> ").map(\.plain) == [
            "> a", ">", "> b",
        ])
}

@Test("Roles survive wrapping")
func roles() {
    let text: StyledText = "a \("long term", .term) b"
    #expect(
        text.wrapped(to: 6) == [
            "a \("long", .term)", "\("term", .term) b",
        ])
}

@Test("No line is too wide or ends in a space, and no character is lost", arguments: 0..<20)
func properties(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let pieces = [
        "a", "word", "Internet", " ", "  ", "\n", "日本", "。", "「", "é", "e\u{301}", "👩‍👩‍👧‍👦", "❤️",
        "\u{A0}", "-",
        "\u{200B}", "हि", "\u{301}",
    ]
    for _ in 0..<300 {
        var text = StyledText()
        for _ in 0..<Int.random(in: 0..<40, using: &random) {
            text += StyledText(
                pieces.randomElement(using: &random) ?? "",
                Bool.random(using: &random) ? .term : nil)
        }
        let width = Int.random(in: 6..<40, using: &random)
        let lines = text.wrapped(to: width, first: "- ")
        for line in lines {
            #expect(line.width <= width, "\(line.plain.debugDescription) at \(width)")
            #expect(line.plain.last != " ", "\(line.plain.debugDescription)")
        }
        // By scalars: a mark at the start of a line joins the space of the prefix.
        let kept = lines.map { String($0.plain.unicodeScalars.dropFirst(2)) }.joined()
        #expect(letters(kept) == letters(text.plain), "at \(width)")
        #expect(lines.count >= text.plain.count { $0 == "\n" } + 1)
    }
}

/// All but what may go at a line's end.
private func letters(_ text: String) -> String {
    String(
        text.unicodeScalars.filter { !" \n\u{200B}".unicodeScalars.contains($0) })
}

@Test(
    "Cut text says so",
    arguments: [
        ("short", 10, "short", "short"),
        ("exactly", 7, "exactly", "exactly"),
        ("a long title", 8, "a long…", "a lon..."),
        ("a long title", 5, "a lo…", "a lo~"),
        ("日本語", 5, "日本…", "日本~"),
        ("two\nlines", 20, "two lines", "two lines"),
        ("word", 1, "…", "~"),
        ("word", 0, "", ""),
    ])
func truncated(text: String, width: Int, unicode: String, ascii: String) {
    #expect(StyledText(text).truncated(to: width, style: .plain).plain == unicode)
    let style = Style(hasColors: false, drawsUnicode: false)
    #expect(StyledText(text).truncated(to: width, style: style).plain == ascii)
}
