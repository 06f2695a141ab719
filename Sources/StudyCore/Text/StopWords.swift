/// English words that carry grammar and no matter: never blanked out, worth little in comparing.
package enum StopWords {
    /// Whether a folded word is one.
    package static func contains(_ word: String) -> Bool { words.contains(word) }

    private static let words: Set<String> = Set(
        """
        a about above across after again against all almost along already also although always am among
        an and another any anyone anything are around as at away back be became because become becomes
        been before began behind being below between both but by called came can cannot could did do
        does doing done down due during each either else enough especially etc even ever every
        everything few first for former from further gave get gets give given gives go goes going got
        had half has have having he hence her here hers herself him himself his how however i if in
        indeed instead into is it its itself just keep kept kind last later latter least less let like
        likely long made mainly make makes making many may me mean means meant merely might more most
        mostly much must my myself near nearly need needs neither never new next no nobody none nor not
        nothing now of off often old on once one only onto or other others otherwise our ours ourselves
        out over own part per perhaps put quite rather really s said same say says second see seem seems
        seen set several shall she should show shows since so some someone something sometimes soon
        still such t take taken takes taking than that the their theirs them themselves then thence
        there thereby therefore these they thing things this those though three through throughout thus
        time to together too took toward towards two under until up upon us use used uses using usual
        usually very via was way ways we well went were what whatever when whenever where whereas
        whereby wherever whether which while who whoever whole whom whose why will with within without
        would yet you your yours yourself
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
