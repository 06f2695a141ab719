/// A little of an answer: first its beginning, then its length, then half of it.
package enum Hint {
    /// How many steps there are.
    package static let levels = 3

    /// What a hint shows of a text.
    ///
    /// Letters that are not shown stand as `·`, spaces and signs as they are. Of an answer of many words
    /// whole words are shown instead of letters.
    ///
    /// - Parameters:
    ///   - answer: The answer.
    ///   - level: 1 shows the first letter, 2 the length as well, 3 every other letter.
    /// - Returns: The hint.
    package static func text(of answer: String, level: Int) -> String {
        let words = answer.split(whereSeparator: \.isWhitespace)
        guard words.count <= 4 else { return sentence(words, level: level) }
        if level <= 1 { return "\(answer.prefix(1))…" }
        return words.map { word in
            String(
                word.enumerated().map { index, character in
                    let isShown = index == 0 || (level >= 3 && index.isMultiple(of: 2))
                    let isSign = !character.isLetter && !character.isNumber
                    return isShown || isSign ? character : "·"
                })
        }.joined(separator: " ")
    }

    private static func sentence(_ words: [Substring], level: Int) -> String {
        switch level {
        case ...1: "\(words.prefix(2).joined(separator: " ")) …"
        case 2: "\(words.prefix(2).joined(separator: " ")) … (\(words.count) words)"
        default:
            "\(words.prefix((words.count + 1) / 2).joined(separator: " ")) … (\(words.count) words)"
        }
    }

    /// What a hint shows of a question: part of each text to be typed or told, a pair, or an option
    /// that is wrong.
    ///
    /// - Parameters:
    ///   - question: The question.
    ///   - level: From 1 to `levels`.
    /// - Returns: The lines of the hint.
    package static func lines(for question: Question, level: Int) -> [String] {
        switch question.response {
        case .judged, .written: [text(of: question.answer.plain, level: level)]
        case .typed(let blanks):
            numbered(blanks.map { text(of: $0.accepted.first ?? "", level: level) })
        case .list(let points): numbered(points.map { text(of: $0.text.plain, level: level) })
        case .choice(let choice):
            // One option less with each step, but always one wrong one left to be taken.
            choice.options.indices.filter { $0 != choice.right }.dropLast().prefix(level).map {
                "Not \(Question.letter($0, capital: true))."
            }
        case .pairs(let pairs):
            pairs.key.indices.prefix(min(level, pairs.key.count - 2)).map {
                "\($0 + 1)\(Question.letter(pairs.key[$0]))"
            }
        }
    }

    private static func numbered(_ texts: [String]) -> [String] {
        texts.count == 1 ? texts : texts.enumerated().map { "(\($0 + 1)) \($1)" }
    }
}
