internal import StudyCore

/// Cards whose sides are labelled: `Q:` with `A:` and `C:` with `[holes]` as hashcards and repeater write
/// them, `Question:` and `Answer:`, `Term:` and `Definition:`, `Flashcard 3:`, or a `Q` and an `A` alone.
struct LabelledCards {
    private(set) var material: RowMaterial

    private enum Label {
        case front, back, cloze
    }

    private struct Labelled {
        var label: Label
        /// Behind the label.
        var text: String
        /// Whether it is `Q:`, `A:` or `C:` at the margin, below which Markdown stands.
        var isNotation = false
        /// Whether it stands alone, as on pages of flashcards.
        var isBare = false
        /// Whether it is `Term:`.
        var isTerm = false
    }

    /// A side while it is read.
    private struct Side {
        let isMarkdown: Bool
        let isTerm: Bool
        private(set) var lines: [String]
        let first: Int
        private(set) var last: Int
        private(set) var fence: CodeFence?
        /// Blank lines since its last text.
        var gap = 0

        init(_ labelled: Labelled, at line: Int) {
            isMarkdown = labelled.isNotation
            isTerm = labelled.isTerm
            lines = labelled.text.isEmpty ? [] : [labelled.text]
            (first, last) = (line, line)
        }

        var text: String { lines.joined(separator: "\n") }

        var markdown: String { isMarkdown ? Markdown.kept(text) : Markdown.escaped(text) }

        mutating func add(_ line: PlainLines.Line, at number: Int) {
            if !lines.isEmpty {
                lines += Array(repeating: "", count: fence == nil ? min(gap, 1) : gap)
            }
            lines.append(isMarkdown ? String(line.visible.trimmedEnd) : line.text)
            (last, gap) = (number, 0)
            guard isMarkdown else { return }
            if let open = fence {
                if open.isClosed(by: line.text) { fence = nil }
            } else {
                fence = CodeFence(line.text)
            }
        }
    }

    private var front: Side?
    private var back: Side?
    private var cloze: Side?

    private var isOpen: Bool { front != nil || cloze != nil }
    private var isInCode: Bool { (back ?? front)?.fence != nil }
    /// Whether the side that is open still waits for its first line.
    private var isAwaited: Bool { (back ?? front)?.lines.isEmpty ?? false }

    /// Nil when no line has a label, or no card comes of them.
    init?(_ text: PlainLines, _ options: TextOptions) {
        let labels = text.lines.map { Self.label($0) }
        guard labels.contains(where: { $0?.label == .front || $0?.label == .cloze }) else {
            return nil
        }
        let frontMatter = FrontMatter(text)
        material = RowMaterial(
            text, frontMatter.completing(options), shape: "cards with labelled sides")
        for line in frontMatter.usedLines { material.use(lines: line...line) }
        for index in text.lines.indices.dropFirst(frontMatter.lineCount) {
            let next = text.lines[(index + 1)...].firstIndex { !$0.isBlank }
            let isLast =
                next.flatMap { labels[$0] }.map { $0.label == .front && $0.isBare } ?? false
            read(text.lines[index], labels[index], isLast: isLast, at: index + 1)
        }
        finish()
        if material.isEmpty { return nil }
    }

    /// Takes a line; it is a card's last when a `Q` alone is the next one with text, so that a number counts cards.
    private mutating func read(
        _ line: PlainLines.Line, _ labelled: Labelled?, isLast: Bool, at number: Int
    ) {
        if isInCode, !line.isBlank {
            add(line, at: number)
        } else if let labelled {
            switch labelled.label {
            case .front:
                finish()
                front = Side(labelled, at: number)
            case .cloze:
                finish()
                cloze = Side(labelled, at: number)
            case .back where front != nil && back == nil: back = Side(labelled, at: number)
            case .back: break
            }
        } else if Self.isSeparator(line.text) {
            let isEnd = isOpen
            finish()
            if isEnd { material.drop(lines: number...number) }
        } else if line.isBlank {
            front?.gap += 1
            back?.gap += 1
            cloze?.gap += 1
        } else if Self.isHeading(line.text) {
            finish()
        } else if Self.isRating(line.text) {
            finish()
            material.drop(lines: number...number)
        } else if !isOpen || isLast && !isAwaited, Self.isCounter(line.text) {
            material.drop(lines: number...number)
        } else {
            add(line, at: number)
        }
    }

    private mutating func add(_ line: PlainLines.Line, at number: Int) {
        if back != nil {
            back?.add(line, at: number)
        } else if front != nil {
            front?.add(line, at: number)
        } else if cloze != nil {
            cloze?.add(line, at: number)
        }
    }

    /// Ends the card that is open.
    private mutating func finish() {
        if let cloze, cloze.text.contains("[") {
            material.addCloze(
                Markdown.withoutID(cloze.lines.joined(separator: " ")),
                lines: cloze.first...cloze.last)
        } else if let front, front.isTerm {
            material.add(
                front.text, back?.text ?? "",
                lines: front.first...max(front.last, back?.last ?? 0))
        } else if let front, !front.lines.isEmpty {
            let answer = back.flatMap { $0.lines.isEmpty ? nil : $0.markdown }
            material.addQuestion(
                markdown: front.markdown, answer,
                lines: front.first...max(front.last, back?.last ?? 0))
            if answer == nil {
                material.noteNoAnswer(line: front.first)
            }
        }
        (front, back, cloze) = (nil, nil, nil)
    }

    private static func isSeparator(_ line: String) -> Bool {
        line.count >= 3 && line.allSatisfy { $0 == "-" }
    }

    private static func isHeading(_ line: String) -> Bool {
        let signs = line.prefix { $0 == "#" }.count
        return (1...6).contains(signs) && line.dropFirst(signs).first == " "
    }

    /// The question of flashcard sites that ends a card.
    private static func isRating(_ line: String) -> Bool {
        line.lowercased().hasPrefix("how well did you know this")
    }

    /// Numbers of cards, and the answers to the sites' question.
    private static func isCounter(_ line: String) -> Bool {
        line.lowercased().wholeMatch(
            of: /\d{1,4}|(?:1 )?not at all|(?:5 )?perfectly|1 not at all 2 3 4 5 perfectly/) != nil
    }

    private static func label(_ line: PlainLines.Line) -> Labelled? {
        // The label may be bold, alone or with what it labels.
        let text = line.text.hasPrefix("**") ? PageMarkdown.plain(line.text) : line.text
        if text == "Q" { return Labelled(label: .front, text: "", isBare: true) }
        if text == "A" { return Labelled(label: .back, text: "", isBare: true) }
        // Behind a number a full stop or bracket is as good as a colon.
        let end =
            text.first == "Q" || text.first == "A"
            ? text.firstMatch(of: /^(?:Q|A|Question|Answer) ?\d{1,3}([.):])\s/)?.1.startIndex : nil
        guard line.indent < 4, let colon = end ?? text.firstIndex(of: ":"),
            text.distance(from: text.startIndex, to: colon) <= 14
        else { return nil }
        let rest = String(text[text.index(after: colon)...].trimmedSlice)
        let name = text[..<colon].trimmedSlice
        if name == "C" {
            return rest.contains("[")
                ? Labelled(label: .cloze, text: rest, isNotation: true) : nil
        }
        let isNotation = line.indent == 0 && (name == "Q" || name == "A")
        let word = name.prefix { $0.isLetter }.lowercased()
        guard name.dropFirst(word.count).allSatisfy({ $0.isNumber || $0 == " " || $0 == "#" })
        else {
            return nil
        }
        switch word {
        case "q", "question", "flashcard", "front":
            return Labelled(label: .front, text: rest, isNotation: isNotation)
        case "term": return Labelled(label: .front, text: rest, isTerm: true)
        case "definition", "meaning": return Labelled(label: .back, text: rest)
        case "a", "answer", "ans", "back":
            return Labelled(label: .back, text: rest, isNotation: isNotation)
        default: return nil
        }
    }
}
