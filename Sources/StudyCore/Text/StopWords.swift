/// English words that carry grammar and no matter: never blanked out, worth little in comparing.
package enum StopWords {
    /// Whether a folded word is one, contractions such as `that's` and `doesn't` included.
    package static func contains(_ word: String) -> Bool {
        if words.contains(word) { return true }
        guard let apostrophe = word.lastIndex(of: "'") else { return false }
        let stem = word[..<apostrophe]
        return words.contains(String(stem))
            || word.hasSuffix("n't") && words.contains(String(stem.dropLast()))
    }

    /// All of them, folded.
    static var all: Set<String> { words }

    private static let words: Set<String> = Set(
        """
        a about above across after again against all almost along alongside already also although
        always am amid among an and another any anybody anyone anything anywhere approximately are
        around as at away back be became because become becomes been before began behind being
        below beside besides between beyond both but by called came can cannot commonly could
        despite did directly do does doing done down due during each either else enough especially
        etc even ever every everybody everyone everything everywhere few first for former
        frequently from further furthermore gave generally get gets give given gives go goes going
        got had half has have having he hence her here hers herself highly him himself his how
        however i if in increasingly indeed instead into is it its itself just keep kept kind
        largely last later latter least less let like likely long made mainly make makes making
        many may me mean means meant merely might more moreover most mostly much must my myself
        near nearly need needs neither never nevertheless new next no nobody none nonetheless nor
        not nothing now nowhere of off often old on once one only onto or other others otherwise
        our ours ourselves out over own part particularly per perhaps possibly primarily probably
        put quite rather really relatively respectively roughly s said same say says second see
        seem seems seen set several shall shan't she should show shows significantly since so some
        somebody someone something sometimes somewhere soon still such t take taken takes taking
        than that the their theirs them themselves then thence there thereby therefore these they
        thing things this those though three through throughout thus till time to together too took
        toward towards two typically under unless unlike until up upon us use used uses using usual
        usually versus very via was way ways we well went were what whatever when whenever where
        whereas whereby wherever whether which whichever while who whoever whole whom whose why
        will with within without won't would yet you your yours yourself
        """.split(whereSeparator: \.isWhitespace).map(String.init))

    /// The narrower list that identity compares by, as normalised words.
    static let english: Set<String> = [
        "a", "about", "after", "all", "also", "although", "an", "and", "another", "any", "are",
        "as", "at", "be", "because", "been", "before", "being", "between", "both", "but", "by",
        "can", "could", "did", "do", "does", "during", "each", "either", "even", "for", "from",
        "had", "has", "have", "having", "he", "her", "here", "him", "his", "how", "however", "i",
        "if", "in", "into", "is", "it", "it's", "its", "may", "might", "more", "most", "much",
        "must", "of", "often", "on", "one", "only", "or", "other", "our", "over", "same", "she",
        "should", "since", "so", "some", "such", "than", "that", "the", "their", "them", "then",
        "there", "these", "they", "this", "those", "through", "to", "too", "under", "up", "upon",
        "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who",
        "whom", "whose", "why", "will", "with", "would", "you", "your",
    ]
}
