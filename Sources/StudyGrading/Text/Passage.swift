internal import StudyCore

/// A text taken apart: its words, and where its sentences and clauses end.
struct Passage: Sendable {
    let text: String
    let lexemes: [Lexeme]

    /// The text of a word as it was written.
    func written(_ index: Int) -> String { slice(lexemes[index].range) }

    /// A stretch of the text, by UTF-8 offsets.
    func slice(_ range: Range<Int>) -> String {
        String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }

    /// Words that begin a clause of their own.
    private static let clauseOpeners: Set = [
        "although", "because", "but", "if", "since", "so", "though", "unless", "when", "whenever",
        "whereas", "which", "while", "who",
    ]

    init(_ text: String, stemmer: Stemmer) {
        self.text = text
        let bytes = Array(text.utf8)
        let tokens = Token.tokens(in: text)
        var lexemes: [Lexeme] = []
        lexemes.reserveCapacity(tokens.count + 8)
        var sentence = 0
        var clause = 0
        var end = 0
        for (index, token) in tokens.enumerated() {
            if index > 0 {
                switch Self.boundary(bytes[end..<token.range.lowerBound]) {
                case .sentence:
                    // The point of `U.S.` ends no sentence before a small letter.
                    if token.isCapitalised || !tokens[index - 1].text.contains(".") {
                        sentence += 1
                    }
                    clause += 1
                case .clause: clause += 1
                case nil: break
                }
            }
            end = token.range.upperBound
            let folded = token.folded
            if Self.clauseOpeners.contains(folded)
                || folded == "as" && Self.opensClause(at: index, in: tokens)
            {
                clause += 1
            }
            var start = token.range.lowerBound
            for part in Self.parts(of: folded, isFigure: token.isFigure) {
                // Folding may change lengths; the place is then that of the whole word.
                let isPlain = folded.utf8.count == token.range.count
                let range = isPlain ? start..<start + part.utf8.count : token.range
                start = min(range.upperBound + 1, token.range.upperBound)
                lexemes.append(
                    Self.lexeme(
                        part, range: range, sentence: sentence, clause: clause, stemmer: stemmer))
            }
        }
        self.lexemes = lexemes
    }

    private enum Boundary {
        case sentence, clause
    }

    private static func lexeme(
        _ word: String, range: Range<Int>, sentence: Int, clause: Int, stemmer: Stemmer
    ) -> Lexeme {
        var word = word
        if word.hasSuffix("'s") { word.removeLast(2) }
        if word.hasSuffix("'") { word.removeLast() }
        let figure = Figure.value(of: word)
        let name = figure ?? word
        return Lexeme(
            word: name, stem: figure ?? stemmer.stem(word), range: range,
            matter: figure == nil ? matter(of: word) : .full, isFigure: figure != nil,
            sentence: sentence, clause: clause)
    }

    private static func matter(of word: String) -> Lexeme.Matter {
        if FunctionWords.contains(word) { return .none }
        return StopWords.contains(word) ? .some : .full
    }

    /// A word's parts between hyphens; a list of figures such as `1,2` one by one.
    private static func parts(of word: String, isFigure: Bool) -> [String] {
        if isFigure {
            return Figure.isGrouped(word) ? [word] : word.split(separator: ",").map(String.init)
        }
        guard word.utf8.contains(UInt8(ascii: "-")) else { return [word] }
        return word.split(separator: "-").map(String.init)
    }

    /// `as` opens a clause (*falls as output rises*), unless it compares (*as high as*, *such as*).
    private static func opensClause(at index: Int, in tokens: [Token]) -> Bool {
        let near = tokens[max(0, index - 3)..<min(tokens.count, index + 4)]
        if near.count(where: { $0.text == "as" }) > 1 { return false }
        guard index > 0 else { return false }
        return !["such", "same", "known", "well", "far", "seen"].contains(tokens[index - 1].folded)
    }

    /// What the characters between two words part.
    private static func boundary(_ gap: ArraySlice<UInt8>) -> Boundary? {
        var found: Boundary?
        var before: UInt8 = 0
        for byte in gap {
            switch byte {
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"),
                UInt8(ascii: "\n"):
                return .sentence
            case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"), 0xE2:
                found = .clause
            case UInt8(ascii: "-"), UInt8(ascii: "*"):
                if before == UInt8(ascii: " ") { return .sentence }
            default: break
            }
            before = byte
        }
        return found
    }
}
