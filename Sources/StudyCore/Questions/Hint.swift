/// A little of an answer: first its beginning, then its length, then half of it.
package enum Hint {
    /// How many steps there are.
    package static let levels = 3

    /// What a hint shows.
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
}
