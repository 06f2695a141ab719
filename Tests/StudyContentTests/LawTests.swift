import StudyContent
import StudyCore
import Testing

@Suite("Laws of the loader")
struct LawTests {
    @Test(
        "Whatever the bytes, places are inside the file, texts are clean and reading twice is reading once"
    )
    func anyBytes() {
        var guides = MutatedGuides(seed: 1)
        for number in 0..<2_000 {
            let bytes = guides.next()
            let path = number.isMultiple(of: 5) ? "a/b.csv" : "a/b.md"
            let file = parse(bytes, path: path)
            let lineCount = lines(of: bytes).count
            #expect(file == parse(bytes, path: path))
            for problem in file.problems {
                #expect((1...lineCount).contains(problem.line), "\(problem) in\n\(bytes)")
                guard (1...lineCount).contains(problem.line) else { continue }
                #expect((problem.line...lineCount).contains(problem.lastLine))
                #expect(problem.column >= 1)
                #expect(!problem.description.unicodeScalars.contains(where: isControl))
            }
            #expect(file.problems.map(\.line) == file.problems.map(\.line).sorted())
            #expect(!file.guides.isEmpty || !file.problems.isEmpty)
            for guide in file.guides { check(guide, lineCount: lineCount) }
        }
    }

    private func check(_ guide: Guide, lineCount: Int) {
        #expect((1...lineCount).contains(guide.line))
        #expect(guide.id.termSlug == slug(guide.term))
        #expect(guide.items.map(\.line) == guide.items.map(\.line).sorted())
        let lines = guide.items.map(\.line) + guide.sections.map(\.line)
        #expect(lines.allSatisfy { (1...lineCount).contains($0) })
        #expect(guide.items.allSatisfy { !$0.text.plain.isEmpty })
        #expect(guide.items.allSatisfy { ($0.kind == .question) == ($0.answer != nil) })
        #expect(guide.items.allSatisfy { ($0.kind == .cloze) == !$0.holes.isEmpty })
        for item in guide.items {
            #expect(item.holes.allSatisfy { $0.upperBound <= item.text.plain.utf8.count })
        }
        let texts = guide.items.flatMap { [$0.text, $0.answer].compactMap(\.self) }
        let plains = texts.map(\.plain) + guide.sections.map(\.body.plain) + [guide.term]
        for plain in plains {
            #expect(!plain.unicodeScalars.contains { $0 != "\n" && isControl($0) })
        }
    }

    @Test("Every word of a guide is in an item, a section, its front matter or a problem's lines")
    func noWordIsLost() {
        var guides = MutatedGuides(seed: 2)
        for _ in 0..<600 {
            let bytes = guides.next()
            let file = parse(bytes, path: "a/b.md")
            if file.problems.contains(where: { refusals.contains($0.code) }) { continue }
            let reported = file.problems.reduce(into: Set<Int>()) {
                $0.formUnion($1.line...$1.lastLine)
            }
            let kept = Set(file.guides.flatMap(texts).flatMap(words))
            for (number, line) in body(of: bytes) where !reported.contains(number) {
                let lost = words(of: line).filter { !kept.contains($0) }
                #expect(lost == [], "line \(number) of\n\(String(decoding: bytes, as: UTF8.self))")
            }
        }
    }

    @Test("A prose parsed on its own says what it said in its guide")
    func proseStandsAlone() {
        var guides = MutatedGuides(seed: 3)
        for _ in 0..<600 {
            let file = parse(guides.next(), path: "a/b.md")
            let texts = file.guides.flatMap(\.items).flatMap { [$0.text, $0.answer] }
            for prose in texts.compactMap(\.self) where !prose.markdown.contains("<!--") {
                let alone = MarkdownTree(parsing: prose.markdown).markup()
                #expect(
                    words(of: alone.map(\.text).joined(separator: " ")) == words(of: prose.plain),
                    "\(prose)")
            }
        }
    }

    private func parse(_ bytes: [UInt8], path: String) -> LoadedFile {
        GuideParser().parse(bytes, path: path, defaults: GuideDefaults(className: "A"))
    }

    private func texts(of guide: Guide) -> [String] {
        let proses = guide.items.flatMap { [$0.text, $0.answer].compactMap(\.self) }
        return proses.map(\.markdown) + guide.sections.flatMap { [$0.title, $0.body.markdown] }
            + [guide.term] + [guide.explicitID].compactMap(\.self)
            + guide.items.compactMap(\.explicitID)
    }

    private func words(of text: String) -> [String] {
        // Marks may stand inside a word, and control characters are nobody's.
        let scalars = text.unicodeScalars.filter { scalar in
            (!isControl(scalar) || scalar == "\n" || scalar == "\t") && !marks.contains(scalar)
        }
        return String(scalars).split { !$0.isLetter }.map { $0.lowercased() }.filter {
            $0.count > 2
        }
    }

    /// The lines below the front matter with their numbers, without known headings and the header of a table
    /// of terms; none of a file with comments, which nobody is asked.
    private func body(of bytes: [UInt8]) -> [(number: Int, text: String)] {
        var lines = lines(of: bytes).enumerated().map { (number: $0 + 1, text: $1) }
        if lines.contains(where: { $0.text.contains("<!--") }) { return [] }
        if lines.first.map({ isFence($0.text) }) ?? false {
            let end = lines.dropFirst().firstIndex { isFence($0.text) || $0.text.hasPrefix("...") }
            lines.removeSubrange(..<(end ?? lines.endIndex))
        }
        return lines.map { line in
            let isDefinition = line.text.contains("]:") || line.text.hasPrefix("# G")
            return (
                line.number,
                isDefinition
                    ? "" : line.text.replacing(structure, with: " ").replacing(/\]\(.*/, with: "")
            )
        }
    }

    private let marks = "*_`~\\[]".unicodeScalars

    private func isFence(_ line: String) -> Bool {
        line.hasPrefix("---") && line.dropFirst(3).allSatisfy(\.isWhitespace)
    }

    /// Why a file is not read at all.
    private let refusals: Set<ProblemCode> = [.invalidUTF8, .nulByte, .nestingTooDeep, .emptyTitle]

    private var structure: Regex<Substring> {
        /\b(?:Definition|Key facts|Facts|Review questions|Questions|Term)\b/
    }

    /// The lines without control characters; a line ends as on any system.
    private func lines(of bytes: [UInt8]) -> [String] {
        var lines: [[UInt8]] = [[]]
        for (index, byte) in bytes.enumerated() {
            if byte == 13 || byte == 10 && (index == 0 || bytes[index - 1] != 13) {
                lines.append([])
            } else if byte >= 32 || byte == 9 {
                lines[lines.count - 1].append(byte)
            }
        }
        return lines.map { line in
            String(
                String(decoding: line, as: UTF8.self).unicodeScalars.filter {
                    !isControl($0) || $0 == "\t"
                })
        }
    }

    private func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .control
    }
}
