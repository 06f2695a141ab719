/// Makes the short name of a term or class: lower-case words of letters and digits joined by hyphens.
///
/// Apostrophes vanish (`Moore's law` → `moores-law`); every other run of signs and spaces is one
/// hyphen. Letters of every script are kept. Empty when the text has neither letter nor digit.
///
/// - Parameter text: The text as it is shown.
/// - Returns: The slug.
package func slug(_ text: String) -> String {
    var result = ""
    var gap = false
    for character in text.lowercased() {
        if character.isLetter || character.isNumber {
            if gap, !result.isEmpty { result.append("-") }
            gap = false
            result.append(character)
        } else if character != "'", character != "\u{2019}" {
            gap = true
        }
    }
    return result
}
