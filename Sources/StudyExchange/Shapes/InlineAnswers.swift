/// A question or term and its answer on one line, with the word between them: `x - ANS y`, `◉ q Answer: a`.
struct InlineAnswers {
    private(set) var material: RowMaterial

    /// Nil when fewer than two lines, or fewer than four in five, have the word.
    init?(_ text: PlainLines, _ options: TextOptions) {
        let lines = text.lines.indices.filter { !text.lines[$0].isBlank }
        let found = lines.compactMap { index in
            Self.split(text.lines[index].text).map { (index: index, sides: $0) }
        }
        guard found.count >= 2, found.count * 5 >= lines.count * 4 else { return nil }
        material = RowMaterial(text, options, shape: "questions with answers on their lines")
        for (index, sides) in found {
            material.add(sides.front, sides.back, lines: (index + 1)...(index + 1))
        }
        if material.isEmpty { return nil }
    }

    private static func split(_ line: String) -> (front: String, back: String)? {
        guard line.contains("ANS") || line.contains("Answer:") else { return nil }
        let text = ListMark.split(line).text
        let match = text.wholeMatch(of: /(\S.*?)\s+(?:[-–—]\s*ANS:?|ANS:|Answer:)\s+(\S.*)/)
        return match.map { (String($0.1), String($0.2)) }
    }
}
