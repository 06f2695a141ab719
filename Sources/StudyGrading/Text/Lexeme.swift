/// A word or figure of a text as grading sees it.
struct Lexeme: Hashable, Sendable {
    /// What a word carries.
    enum Matter: Hashable, Sendable {
        /// Grammar alone: *the*, *of*.
        case none
        /// Little, or only together with others: *more*, *not*, *use*.
        case some
        case full
    }

    /// The word without case and accents; a figure without the commas of its thousands.
    let word: String
    /// What is left of it without its endings.
    let stem: String
    /// Its place in the text, in UTF-8 offsets.
    let range: Range<Int>
    let matter: Matter
    /// Whether it is a number, written in digits or in letters.
    let isFigure: Bool
    /// The number of its sentence or list item, from 0.
    let sentence: Int
    /// The number of its clause, counted through the text, from 0.
    let clause: Int
}
