/// Words that may stand for one another, by their stems.
final class Thesaurus {
    private let folder: String?
    private let stemmer: Stemmer
    private lazy var wordNet = folder.flatMap(WordNet.init)
    private var known: [String: [String]] = [:]

    /// Words that are remembered before all are forgotten.
    private static let limit = 4_000

    /// Makes a thesaurus; nothing is read before the first word is asked for.
    ///
    /// - Parameters:
    ///   - folder: Where WordNet's files are; nil for none. A folder without them is as good as none.
    ///   - stemmer: What brings words to their stems.
    init(folder: String?, stemmer: Stemmer) {
        self.folder = folder
        self.stemmer = stemmer
    }

    /// Stems of words that may stand for a word, in a fixed order.
    func synonyms(of lexeme: Lexeme) -> [String] {
        if let stems = known[lexeme.word] { return stems }
        guard let wordNet else { return [] }
        let others = wordNet.related(to: lexeme.word).filter {
            !Opposites.areOpposite($0, lexeme.word)
        }
        let stems = Set(others.map(stemmer.stem)).subtracting([lexeme.stem]).sorted()
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        known[lexeme.word] = stems
        return stems
    }
}
