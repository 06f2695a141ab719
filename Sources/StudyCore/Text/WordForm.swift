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
    /// Only for comparing: `series` and `serie` come out the same, and so they may.
    package static func singular(_ word: String) -> String {
        var word = word
        for ending in ["'s", "'"] where word.hasSuffix(ending) {
            word.removeLast(ending.count)
            break
        }
        guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
            !word.hasSuffix("is")
        else { return word }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        for ending in ["ches", "shes", "sses", "xes", "zes"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        return String(word.dropLast())
    }
}
