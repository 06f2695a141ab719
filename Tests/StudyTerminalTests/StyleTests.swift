import Testing

@testable import StudyTerminal

@Test(
    "Colours follow the option, then the environment, then the output",
    arguments: [
        (ColorChoice.auto, true, ["TERM": "xterm"], true),
        (.auto, true, ["TERM": "xterm", "NO_COLOR": "1"], false),
        (.auto, true, ["TERM": "xterm", "NO_COLOR": ""], true),
        (.auto, true, ["TERM": "dumb"], false),
        (.auto, true, [:], false),
        (.auto, true, ["TERM": ""], false),
        (.auto, false, ["TERM": "xterm"], false),
        (.auto, false, ["CLICOLOR_FORCE": "1"], true),
        (.auto, false, ["CLICOLOR_FORCE": "0", "TERM": "xterm"], false),
        (.auto, false, ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
        (.always, false, ["TERM": "dumb", "NO_COLOR": "1"], true),
        (.never, true, ["TERM": "xterm", "CLICOLOR_FORCE": "1"], false),
    ])
func colors(choice: ColorChoice, isTerminal: Bool, environment: [String: String], hasColors: Bool) {
    let style = Style(choice: choice, isTerminal: isTerminal) { environment[$0] }
    #expect(style.hasColors == hasColors)
}

@Test(
    "Signs follow the locale",
    arguments: [
        (["LANG": "de_DE.UTF-8"], true),
        (["LANG": "de_DE.utf8@euro"], true),
        (["LANG": "en_US.UTF-8", "LC_ALL": "C"], false),
        (["LC_CTYPE": "C.UTF-8", "LANG": "C"], true),
        (["LC_ALL": "", "LANG": "C.UTF-8"], true),
        ([:], false),
    ])
func signs(environment: [String: String], drawsUnicode: Bool) {
    let style = Style(choice: .auto, isTerminal: true) { environment[$0] }
    #expect(style.drawsUnicode == drawsUnicode)
}

@Test("Escapes are written only where colours may be, and around each span")
func rendering() {
    let text: StyledText = "A \("term", .term) is \("right", .correct)."
    #expect(Style.plain.render(text) == "A term is right.")
    #expect(Style.ansi.render(text) == "A \u{1B}[1;36mterm\u{1B}[0m is \u{1B}[32mright\u{1B}[0m.")
    #expect(
        Style.ansi.renderPrompt(StyledText("> ", .prompt))
            == "\u{1}\u{1B}[1;34m\u{2}> \u{1}\u{1B}[0m\u{2}")
}

@Test("Roles use the 16 colours that read well on light and on dark", arguments: Role.allCases)
func attributes(role: Role) {
    let allowed: Set = ["1", "2", "3", "4", "31", "32", "34", "35", "36"]
    #expect(Set(role.attributes.split(separator: ";").map(String.init)).isSubset(of: allowed))
}

@Test("Styled text is harmless however it is made, and joins spans of one role")
func styledText() {
    let evil = "\u{1B}[2Jevil"
    #expect(StyledText(evil).plain == "evil")
    #expect(("\(evil), \(evil, .wrong)" as StyledText).plain == "evil, evil")
    #expect(
        (StyledText("a", .term) + StyledText("b", .term)).spans == [.init(text: "ab", role: .term)])
    #expect(StyledText("").isEmpty)
    #expect([StyledText("a"), "b", "c"].joined(separator: ", ").plain == "a, b, c")
    #expect(("日本 \("é", .code)" as StyledText).width == 6)
    #expect(("\(12) cards" as StyledText).plain == "12 cards")
}
