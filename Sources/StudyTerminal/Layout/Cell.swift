/// One character as the reader sees it, with what layout asks about it.
struct Cell {
    let character: Character
    let role: Role?
    let width: Int

    /// Where a line may break and the character is not needed at the end: spaces, but not the no-break ones.
    var isSpace: Bool {
        switch character {
        case " ", "\u{200B}", "\u{3000}", "\u{2000}"..."\u{2006}", "\u{2008}"..."\u{200A}": true
        default: false
        }
    }

    /// Chinese and Japanese put no spaces; lines break between their characters.
    var isIdeograph: Bool { width == 2 }

    /// Must not begin a line.
    var closes: Bool { "、。，．）」』】〉》〕！？：；々ーっッゃゅょャュョ％".contains(character) }

    /// Must not end a line.
    var opens: Bool { "（「『【〈《〔".contains(character) }
}

extension StyledText {
    /// The characters, line feeds among them.
    var cells: [Cell] {
        spans.flatMap { span in
            span.text.map {
                Cell(character: $0, role: span.role, width: DisplayWidth.columns(of: $0))
            }
        }
    }

    init(cells: some Sequence<Cell>) {
        self.init()
        var run = ""
        var role: Role?
        for cell in cells {
            if cell.role != role {
                self += StyledText(verbatim: run, role)
                run = ""
                role = cell.role
            }
            run.append(cell.character)
        }
        self += StyledText(verbatim: run, role)
    }
}
