import StudyTerminal
import Testing

@Test(
    "Strangers' text becomes harmless",
    arguments: [
        ("plain text, “quoted” — 日本 👩‍👩‍👧‍👦 é", "plain text, “quoted” — 日本 👩‍👩‍👧‍👦 é"),
        ("two\nlines", "two\nlines"),
        (
            "one\r\ntwo\rthree\u{85}four\u{2028}five\u{B}six\u{C}seven",
            "one\ntwo\nthree\nfour\nfive\nsix\nseven"
        ),
        ("a\tb\n\tc", "a   b\n    c"),
        ("日\tb", "日  b"),
        ("red \u{1B}[31;1mred\u{1B}[0m", "red red"),
        ("\u{9B}31mred", "red"),
        ("\u{1B}]0;title\u{7}text", "text"),
        ("\u{1B}]8;;https://example.org\u{1B}\\link\u{1B}]8;;\u{1B}\\", "link"),
        ("\u{9D}52;c;ZXZpbA==\u{9C}text", "text"),
        ("\u{1B}Pdevice\u{1B}\\text", "text"),
        ("unfinished \u{1B}]0;title\nnext line", "unfinished \nnext line"),
        ("unfinished \u{1B}[12", "unfinished "),
        ("\u{1B}(B\u{1B}7\u{1B}ctext", "text"),
        ("\u{1B}\u{1B}[31mtext", "text"),
        ("end \u{1B}", "end "),
        ("\u{1B}[3\u{1B}[1mtext", "text"),
        (
            "bell\u{7} null\u{0} delete\u{7F} c1\u{84}",
            "bell\u{FFFD} null\u{FFFD} delete\u{FFFD} c1\u{FFFD}"
        ),
        ("back\u{8}space", "back\u{FFFD}space"),
        ("user\u{202E}gnp.exe", "usergnp.exe"),
        ("\u{2066}isolated\u{2069} \u{202A}embedded\u{202C}", "isolated embedded"),
        ("right-to-left \u{200F}mark\u{200E}", "right-to-left \u{200F}mark\u{200E}"),
        ("\u{FEFF}soft\u{AD}hyphen", "softhyphen"),
    ])
func clean(text: String, clean: String) {
    #expect(Sanitizer.clean(text) == clean)
}

@Test("Nothing harmful is left of any text, and harmless text stays as it is", arguments: 0..<20)
func fuzz(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    // Pieces that make sequences likely, and any scalar.
    let pieces = [
        "\u{1B}", "[", "]", "P", "\\", "\u{9B}", "\u{9D}", "\u{9C}", "\u{7}", "3", ";", "m", "\n",
        "\r", "\t", "é",
        "日", "👩", "\u{200D}", "\u{202E}", "\u{301}", " ", "a",
    ]
    for _ in 0..<500 {
        var text = ""
        for _ in 0..<Int.random(in: 0..<40, using: &random) {
            if Bool.random(using: &random) {
                text += pieces.randomElement(using: &random) ?? ""
            } else if let scalar = Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &random)) {
                text.unicodeScalars.append(scalar)
            }
        }
        let clean = Sanitizer.clean(text)
        #expect(clean.unicodeScalars.allSatisfy(isHarmless), "from \(text.debugDescription)")
        #expect(Sanitizer.clean(clean) == clean, "from \(text.debugDescription)")
        let escapes = Style.ansi.render(StyledText(text, .term)).unicodeScalars.count {
            $0 == "\u{1B}"
        }
        #expect(escapes == (clean.isEmpty ? 0 : 2), "from \(text.debugDescription)")
    }
}

private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: true
    case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: false
    default: true
    }
}
