/// One character as the reader sees it, with what layout asks about it.
struct Cell {
    let character: Character
    let role: Role?
    let width: Int

    /// Where a line may break and the character is not needed at the end: spaces, but not the no-break ones.
    var isSpace: Bool {
        let scalars = character.unicodeScalars
        guard let scalar = scalars.first, scalars.count == 1 else { return false }
        return switch scalar.value {
        case 0x20, 0x200B, 0x3000, 0x2000...0x2006, 0x2008...0x200A: true
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
