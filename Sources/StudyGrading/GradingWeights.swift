/// The constants of grading, the same for every card; fitted on human-graded answers.
enum GradingWeights {
    /// What a word that already stands in the question counts, beside 1 for a new one.
    static let questionWord = 0.3
    /// What a stop word counts that is not grammar alone, such as *first* or *use*.
    static let weakWord = 0.7
    /// What a word is worth that is right but for its spelling.
    static let misspelt = 0.9
    /// What a word of the same family is worth, such as *conductive* for *conductor*.
    static let family = 0.7
    /// What a synonym is worth.
    static let synonym = 0.7
    /// The share of letter runs in the score; the rest is words.
    static let letterRuns = 0.48
    /// How many times longer than the model answer an answer may be before letter runs say less.
    static let length = 3.0
    /// Turns overlap into marks: half the words are worth more than half the marks.
    static let leniency = 0.7
    /// How much of what the best answer to another question earns is taken for vocabulary alone.
    static let vocabulary = 0.8
    /// Share of a point's words from which it counts as covered.
    static let covered = 0.6
    /// Share of a point's words from which it counts as covered in part.
    static let partly = 0.3
}
