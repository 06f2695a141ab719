/// What a stretch of text is, from which follows how it looks.
package enum Role: CaseIterable, Sendable {
    case term
    case correct
    case wrong
    case warning
    case faint
    case strong
    case emphasis
    /// What a look is to fall on.
    case stressed
    case heading
    case code
    case link
    case prompt

    /// The parameters of the SGR sequence, `ESC [ … m`.
    ///
    /// Only the 16 colours, which follow the learner's own palette, and of those only the ones that read well
    /// on light and on dark: no yellow, white or black, no bright ones. No role is told by colour alone where
    /// it matters: the words say right or wrong too.
    var attributes: String {
        switch self {
        case .term: "1;36"
        case .correct: "32"
        case .wrong: "31"
        case .warning: "35"
        case .faint: "2"
        case .strong: "1"
        case .emphasis: "3"
        case .stressed: "1;4"
        case .heading: "1;4"
        case .code: "36"
        case .link: "4;34"
        case .prompt: "1;34"
        }
    }
}
