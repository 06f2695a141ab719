import StudyCore
import Testing

@Suite("Normalised text")
struct NormalisedTextTests {
    @Test(
        "is the words that carry meaning",
        arguments: [
            ("", []),
            (" — …  ", []),
            ("The “Quick”, brown   FOX!", ["the", "quick", "brown", "fox"]),
            (
                "'quoted' students' work isn’t moore's",
                ["quoted", "students", "work", "isn't", "moore's"]
            ),
            ("e-mail and/or x_y", ["e", "mail", "and", "or", "x", "y"]),
            ("39% of $5, € 3", ["39", "%", "of", "$", "5", "€", "3"]),
            ("3.5 and 1,000. Then 7, 8", ["3.5", "and", "1,000", "then", "7", "8"]),
            ("-5 to −3, 1990–2000, 10-20", ["-5", "to", "-3", "1990", "2000", "10", "20"]),
            ("a < b ≤ c, C++ or C#", ["a", "<", "b", "≤", "c", "c", "+", "+", "or", "c", "#"]),
            ("10² is not 102", ["10", "²", "is", "not", "102"]),
            ("Straße ΣΊΣΥΦΟΣ ﬁsh", ["strasse", "σίσυφοσ", "fish"]),
            ("Ｆｕｌｌ　ｗｉｄｔｈ", ["full", "width"]),
            ("soft\u{AD}hyphen zero\u{200B}width", ["softhyphen", "zerowidth"]),
            ("日本 ก", ["日", "本", "ก"]),
        ] as [(String, [String])])
    func words(text: String, words: [String]) {
        #expect(normalisedWords(text) == words)
        #expect(NormalisedText(text).wordCount == words.count)
    }

    @Test(
        "does not care how a marked letter is written",
        arguments: ["café", "Ångström", "Việt", "한글"])
    func composed(text: String) {
        let decomposed = text.unicodeScalars.flatMap { decompositions[$0] ?? [$0] }
        let spelt = String(String.UnicodeScalarView(decomposed))
        #expect(spelt.unicodeScalars.count > text.unicodeScalars.count)
        #expect(normalisedWords(spelt) == normalisedWords(text))
    }
}

private let decompositions: [Unicode.Scalar: [Unicode.Scalar]] = [
    "é": ["e", "\u{301}"], "Å": ["A", "\u{30A}"], "ö": ["o", "\u{308}"],
    "ệ": ["e", "\u{323}", "\u{302}"], "한": ["\u{1112}", "\u{1161}", "\u{11AB}"],
    "글": ["\u{1100}", "\u{1173}", "\u{11AF}"],
]
