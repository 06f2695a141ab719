/// Cards whose sides are labelled: `Q:` with `A:` and `C:` with `[holes]` as hashcards and repeater write
/// them, `Question:` and `Answer:`, `Flashcard 3:`, or a `Q` and an `A` alone on their lines.
struct LabelledCards {
    private(set) var material: RowMaterial

    private enum Label {
        case front, back, cloze
    }

    /// A side while it is read.
    private struct Side {
        var lines: [String]
        var first: Int
        var last: Int
        /// Blank lines since its last text.
        var gap = 0

        init(_ text: String, at line: Int) {
            lines = text.isEmpty ? [] : [text]
            (first, last) = (line, line)
        }

        var text: String { lines.joined(separator: "\n") }

        mutating func add(_ text: String, at line: Int) {
            if !lines.isEmpty { lines += Array(repeating: "", count: min(gap, 1)) }
            lines.append(text)
            (last, gap) = (line, 0)
        }
    }

    private var front: Side?
    private var back: Side?
    private var cloze: Side?

    /// Nil when no line has a label, or no card comes of them.
    init?(_ text: PlainLines, _ options: TextOptions) {
        let labels = text.lines.map { Self.label($0) }
        guard labels.contains(where: { $0?.0 == .front || $0?.0 == .cloze }) else { return nil }
        var options = options
        let frontMatter = TOMLName(text)
        options.name = frontMatter.name ?? options.name
        material = RowMaterial(text, options, shape: "cards with labelled sides")
        material.use(lines: 1...max(1, frontMatter.lineCount), when: frontMatter.lineCount > 0)
        for index in text.lines.indices.dropFirst(frontMatter.lineCount) {
            read(text.lines[index], labels[index], at: index + 1)
        }
        finish()
        if material.isEmpty { return nil }
    }

    private mutating func read(_ line: PlainLines.Line, _ label: (Label, String)?, at number: Int) {
        if let (label, rest) = label {
            switch label {
            case .front:
                finish()
                front = Side(rest, at: number)
            case .cloze:
                finish()
                cloze = Side(rest, at: number)
            case .back where front != nil && back == nil: back = Side(rest, at: number)
            case .back: break
            }
        } else if Self.isSeparator(line.text) {
            let isOpen = front != nil || cloze != nil
            finish()
            if isOpen { material.drop(lines: number...number) }
        } else if line.isBlank {
            front?.gap += 1
            back?.gap += 1
            cloze?.gap += 1
        } else if Self.isNoise(line.text) {
            material.drop(lines: number...number)
        } else if back != nil {
            back?.add(line.text, at: number)
        } else if front != nil {
            front?.add(line.text, at: number)
        } else if cloze != nil {
            cloze?.add(line.text, at: number)
        }
    }

    /// Ends the card that is open.
    private mutating func finish() {
        if let cloze, cloze.text.contains("[") {
            material.addCloze(cloze.lines.joined(separator: " "), lines: cloze.first...cloze.last)
        } else if let front, !front.lines.isEmpty {
            let answer = back.flatMap { $0.lines.isEmpty ? nil : $0.text }
            material.addQuestion(
                front.text, answer, lines: front.first...max(front.last, back?.last ?? 0))
            if answer == nil {
                material.note(
                    "the question has no answer; it is kept for reading and not asked",
                    line: front.first)
            }
        }
        (front, back, cloze) = (nil, nil, nil)
    }

    private static func isSeparator(_ line: String) -> Bool {
        line.count >= 3 && line.allSatisfy { $0 == "-" }
    }

    /// What flashcard sites put around cards.
    private static func isNoise(_ line: String) -> Bool {
        let words = line.lowercased()
        return words.hasPrefix("how well did you know this") || words == "not at all"
            || words == "perfectly"
            || words.wholeMatch(of: /[1-5](?: not at all)?|1 not at all 2 3 4 5 perfectly/) != nil
            || words.wholeMatch(of: /\d{1,4}/) != nil
    }

    private static func label(_ line: PlainLines.Line) -> (Label, String)? {
        let text = line.text
        if text == "Q" { return (.front, "") }
        if text == "A" { return (.back, "") }
        guard line.indent < 4, let colon = text.firstIndex(of: ":"),
            text.distance(from: text.startIndex, to: colon) <= 14
        else { return nil }
        let rest = String(text[text.index(after: colon)...].trimmed)
        let name = text[..<colon].trimmed
        if name == "C" { return rest.contains("[") ? (.cloze, rest) : nil }
        let word = name.prefix { $0.isLetter }.lowercased()
        guard name.dropFirst(word.count).allSatisfy({ $0.isNumber || $0 == " " || $0 == "#" })
        else {
            return nil
        }
        switch word {
        case "q", "question", "flashcard", "front": return (.front, rest)
        case "a", "answer", "ans", "back": return (.back, rest)
        default: return nil
        }
    }
}

/// The name that hashcards takes from `name = "…"` between two `---` lines.
struct TOMLName {
    private(set) var name: String?
    private(set) var lineCount = 0

    init(_ text: PlainLines) {
        guard text.lines.first?.text == "---",
            let end = text.lines.dropFirst().firstIndex(where: { $0.text == "---" }), end <= 20
        else { return }
        lineCount = end + 1
        for line in text.lines[1..<end] {
            if let match = line.text.wholeMatch(of: /name\s*=\s*"([^"]*)"/) {
                name = String(match.1)
            }
        }
    }
}
