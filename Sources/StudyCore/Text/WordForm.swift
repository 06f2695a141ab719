/// Words compared without what does not matter: case, accents, hyphens and plural.
package enum WordForm {
    /// The words of a text, folded, taken apart at hyphens and without the ending of a plural.
    package static func words(of text: String) -> [String] {
        Token.tokens(in: text).flatMap { parts(of: $0.folded) }
    }

    /// The parts of one folded word between hyphens, each singular.
    package static func parts(of word: String) -> [String] {
        word.split { $0 == "-" || $0 == "\u{2010}" || $0 == "\u{2011}" }
            .map { singular(String($0)) }
    }

    /// A folded word without the ending of an English plural or possessive.
    ///
    /// Only for comparing, and no word to be shown: what matters is that singular and plural come out
    /// the same, so `cache` and `caches` both lose their *e*, and `movie` and `movies` become `movy`.
    package static func singular(_ word: String) -> String {
        var word = word
        if word.hasSuffix("'s") {
            word.removeLast(2)
        } else if word.hasSuffix("'") {
            word.removeLast()
        }
        guard !singularInS.contains(word) else { return word }
        if word.count > 2, word.hasSuffix("s"),
            !["ss", "us", "is"].contains(where: word.hasSuffix)
        {
            word.removeLast()
        }
        guard word.count > 3 else { return word }
        if word.hasSuffix("ie") { return word.dropLast(2) + "y" }
        if word.hasSuffix("sis") { return String(word.dropLast(2)) }
        for ending in ["se", "xe", "ze", "che", "she", "oe"] where word.hasSuffix(ending) {
            return String(word.dropLast())
        }
        return word
    }

    /// Words that end like a plural and are none.
    private static let singularInS: Set = [
        "alias", "atlas", "bias", "canvas", "gas", "lens", "news",
    ]
}
