/// Words that may stand for one another.
final class Thesaurus {
    /// Stems of words that may stand for a word.
    func synonyms(of lexeme: Lexeme) -> [String] { [] }
}
