internal import Yams

/// Finds and reads the YAML between two `---` lines at the start of a file.
struct FrontMatterReader {
    let limits: ContentLimits

    /// The lines of the front matter, both fences included; nil when there is none.
    func lines(in source: SourceText, log: inout ProblemLog) -> ClosedRange<Int>? {
        guard isFence(source.line(1)), source.lineCount > 1 else { return nil }
        // A rule above the first card is no front matter.
        let second = (2...source.lineCount).first { !source.isBlank($0) }
        if let second, CardNotation.Mark(line: source.line(second)) != nil { return nil }
        for line in 2...source.lineCount
        where isFence(source.line(line)) || isEnd(source.line(line)) {
            return 1...line
        }
        if let second, isKey(source.line(second)) {
            log.add(
                .unclosedFrontMatter, .error,
                "the front matter never ends; put a line '---' below its last key")
            let end = (second...source.lineCount).first { source.isBlank($0) } ?? source.lineCount
            return 1...end
        }
        return nil
    }

    /// Reads the keys; what cannot be read is reported and left out.
    func entries(
        in source: SourceText, lines: ClosedRange<Int>, log: inout ProblemLog
    ) -> [FrontMatterEntry] {
        let start = source.range(ofLine: lines.lowerBound).upperBound + 1
        let end = source.range(ofLine: lines.upperBound).lowerBound
        guard start < end else { return [] }
        guard end - start <= limits.frontMatterSize else {
            log.add(
                .frontMatterTooLarge, .error, line: 2,
                "the front matter is longer than \(limits.frontMatterSize) bytes; keep only its keys there"
            )
            return []
        }
        if let place = YAMLGuard.alias(in: source, lines: lines) {
            log.add(
                .frontMatterAlias, .error, line: place.line, column: place.column,
                "a YAML alias is not read here; write its text out, or put it in quotation marks")
            return []
        }
        if let line = YAMLGuard.deepLine(in: source, lines: lines) {
            log.add(
                .nestingTooDeep, .error, line: line,
                "the front matter's lists stand too deep inside each other; make them flatter")
            return []
        }
        let yaml = String(decoding: source.bytes[start..<end], as: UTF8.self)
        do {
            return try read(yaml, in: source, log: &log)
        } catch {
            report(error, in: source, log: &log)
            return []
        }
    }

    private func read(
        _ yaml: String, in source: SourceText, log: inout ProblemLog
    ) throws -> [FrontMatterEntry] {
        // Nodes are all that is wanted of Yams, so its table of values is left empty.
        let parser = try Yams.Parser(
            yaml: yaml, resolver: .basic, constructor: Constructor([:], [:], [:]), encoding: .utf8)
        guard let root = try parser.singleRoot() else { return [] }
        guard case .mapping(let mapping) = root else {
            if case .scalar(let scalar) = root, scalar.isEmpty { return [] }
            let place = source.place(of: root.mark)
            log.add(
                .frontMatterType, .error, line: place.line, column: place.column,
                "front matter is made of lines such as 'unit: Creators and influencers'")
            return []
        }
        return mapping.map { key, value in
            let place = source.place(of: key.mark)
            return FrontMatterEntry(
                key: key.scalar.map { normalizedKey($0.string) } ?? "?", line: place.line,
                column: place.column, value: FrontMatterValue(value, in: source))
        }
    }

    private func report(_ error: any Error, in source: SourceText, log: inout ProblemLog) {
        switch error as? YamlError {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let place = source.place(of: mark)
            log.add(
                .frontMatterSyntax, .error, line: place.line, column: place.column,
                "the front matter is no valid YAML (\(problem)); put texts with signs in quotation marks"
            )
        case .duplicatedKeysInMapping(let keys, let context):
            let place = source.place(of: context.mark)
            log.add(
                .frontMatterSyntax, .error, line: place.line, column: place.column,
                "the key \(keys.sorted().joined(separator: ", ").quoted) stands twice; keep one")
        case .reader(let problem, _, _, _):
            log.add(
                .frontMatterSyntax, .error, line: 2,
                "the front matter holds a character that YAML does not allow (\(problem)); remove it"
            )
        default:
            log.add(
                .frontMatterSyntax, .error, line: 2,
                "the front matter cannot be read; write it as lines such as 'unit: Creators'")
        }
    }

    private func normalizedKey(_ key: String) -> String {
        String(key.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
    }

    private func isFence(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy(\.isBlank)
    }

    private func isEnd(_ line: ArraySlice<UInt8>) -> Bool {
        line.starts(with: "...".utf8) && line.dropFirst(3).allSatisfy(\.isBlank)
    }

    private func isKey(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
            return false
        }
        let after = line.index(after: colon)
        return line[..<colon].allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: "#") }
            && (after == line.endIndex || line[after].isBlank)
    }
}

extension FrontMatterValue {
    fileprivate init(_ node: Node, in source: SourceText) {
        let place = source.place(of: node.mark)
        (line, column) = place
        switch node {
        case .scalar(let scalar):
            content =
                scalar.isEmpty
                ? .empty : .text(String(plain: Array(scalar.string.utf8)).withoutControls)
        case .sequence(let sequence):
            content = .list(sequence.map { FrontMatterValue($0, in: source) })
        case .mapping, .alias: content = .mapping
        }
    }
}

extension Node.Scalar {
    /// Whether YAML means nothing at all by it.
    fileprivate var isEmpty: Bool {
        style == .plain && ["", "~", "null", "Null", "NULL"].contains(string)
    }
}

extension SourceText {
    /// A place in the file; Yams counts lines from the one below the fence, and columns in characters.
    fileprivate func place(of mark: Mark?) -> (line: Int, column: Int) {
        guard let mark else { return (2, 1) }
        let line = min(mark.line + 1, lineCount)
        let text = String(decoding: self.line(line), as: UTF8.self)
        let before = text.unicodeScalars.prefix(mark.column - 1)
        return (line, before.reduce(1) { $0 + UTF8.width($1) })
    }
}
