internal import StudyCore

extension ContentRule {
    /// A figure in money or per cent has its date in the same sentence, since it will age.
    ///
    /// For definitions, key facts and clozes; rows of a table are too short for a date, and questions with
    /// their answers reckon with figures made up for the case. Formulas and arithmetic examples do not age:
    /// they hold `=`, `×` or `÷`, or the word *example*.
    package static let undatedFigure = ContentRule("undated figure") { guides in
        guides.filter { !$0.isRow }.flatMap { guide in
            guide.items(.definition, .fact, .cloze).flatMap { item in
                sentences(in: item.text.plain).compactMap { sentence -> ContentProblem? in
                    guard let figure = AgeingFigure.first(in: sentence),
                        !AgeingFigure.isTimeless(sentence), !AgeingFigure.isDated(sentence)
                    else { return nil }
                    return ContentProblem(
                        .undatedFigure, .warning, file: guide.path, line: item.line,
                        message:
                            "\(figure.quoted) has no date; name its year in the same sentence, or call it an example"
                    )
                }
            }
        }
    }
}

/// A figure with the sign of a currency or of per cent.
private enum AgeingFigure {
    /// The first such figure of a sentence, with its sign; nil when there is none.
    static func first(in sentence: String) -> String? {
        let scalars = Array(sentence.unicodeScalars)
        for sign in scalars.indices {
            let isCurrency = scalars[sign].properties.generalCategory == .currencySymbol
            guard isCurrency || scalars[sign] == "%" || scalars[sign] == "‰" else { continue }
            // A space may stand between the two, as in *5 %* and *20 €*.
            var start = sign
            if start > 0, isSpace(scalars[start - 1]) { start -= 1 }
            while start > 0, isFigure(scalars[start - 1]) { start -= 1 }
            if scalars[start..<sign].contains(where: isDigit) {
                return text(scalars[start...sign])
            }
            var end = sign + 1
            if end < scalars.count, isSpace(scalars[end]) { end += 1 }
            while end < scalars.count, isFigure(scalars[end]) { end += 1 }
            if isCurrency, scalars[sign..<end].contains(where: isDigit) {
                return text(scalars[sign..<end])
            }
        }
        return nil
    }

    static func isTimeless(_ sentence: String) -> Bool {
        sentence.unicodeScalars.contains { $0 == "=" || $0 == "×" || $0 == "÷" }
            || WordForm.words(of: sentence).contains("example")
    }

    /// Whether there is a year, or a day with its month.
    static func isDated(_ sentence: String) -> Bool {
        let words = Token.tokens(in: sentence).flatMap(\.parts).map(\.folded)
        if words.contains(where: isYear) { return true }
        return words.indices.dropFirst().contains { index in
            months.contains(words[index]) && isDay(words[index - 1])
                || months.contains(words[index - 1]) && isDay(words[index])
        }
    }

    /// A year or decade, such as *2026*, *1990s* or *31/12/2026*.
    private static func isYear(_ word: String) -> Bool {
        word.split { !$0.isNumber && !$0.isLetter }.contains { part in
            let digits = part.hasSuffix("s") ? part.dropLast() : part
            return digits.utf8.count == 4 && Int(digits).map { (1400...2199).contains($0) } ?? false
        } && !word.utf8.contains(UInt8(ascii: ",")) && !word.hasSuffix("%")
            && word.unicodeScalars.first?.properties.generalCategory != .currencySymbol
    }

    private static func isDay(_ word: String) -> Bool {
        Int(word).map { (1...31).contains($0) } ?? false
    }

    private static let months: Set = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// A figure without the full stop or comma that follows it in a sentence.
    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        while let last = text.last, last == "." || last == "," || isSpace(last) {
            text.removeLast()
        }
        return String(text)
    }

    private static func isFigure(_ scalar: Unicode.Scalar) -> Bool {
        isDigit(scalar) || scalar == "." || scalar == ","
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}"
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .decimalNumber
    }
}
