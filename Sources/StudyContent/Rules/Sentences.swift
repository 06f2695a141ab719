/// The sentences of a plain text, in order, without the space around them.
///
/// A full stop, question mark or exclamation mark ends one, with the quotation marks and brackets that
/// close behind it, when white space and then no small letter follow. The stop of an abbreviation or an
/// initial ends none. A line end always ends one: lines are the
/// paragraphs and list items of a text. Takes time in proportion to the text.
package func sentences(in text: String) -> [String] {
    text.split(separator: "\n").flatMap(sentences(inLine:))
}

private func sentences(inLine line: Substring) -> [String] {
    let scalars = Array(line.unicodeScalars)
    var result: [String] = []
    var start = 0
    func take(upTo end: Int) {
        let sentence = text(scalars[start..<end]).trimmingSpace
        if !sentence.isEmpty { result.append(sentence) }
        start = end
    }
    var index = 0
    while index < scalars.count {
        guard isStop(scalars[index]) else {
            index += 1
            continue
        }
        let stop = index
        while index < scalars.count, isStop(scalars[index]) || isCloser(scalars[index]) {
            index += 1
        }
        if isWide(scalars[stop]) {
            take(upTo: index)
            continue
        }
        // Looking no further than the next stop keeps a row of stops from being searched again and again.
        guard index < scalars.count, scalars[index].properties.isWhitespace,
            let next = scalars[index...].firstIndex(where: { isTelling($0) || isStop($0) }),
            isTelling(scalars[next]), !scalars[next].properties.isLowercase
        else { continue }
        if !isAbbreviation(scalars, before: stop, next) { take(upTo: index) }
    }
    take(upTo: scalars.count)
    return result
}

/// Whether the word before a full stop is cut short there and the sentence goes on.
private func isAbbreviation(_ scalars: [Unicode.Scalar], before stop: Int, _ next: Int) -> Bool {
    guard scalars[stop] == "." else { return false }
    var start = stop
    while start > 0, !scalars[start - 1].properties.isWhitespace { start -= 1 }
    while start < stop, !isTelling(scalars[start]) { start += 1 }
    let word = text(scalars[start..<stop])
    if Abbreviations.isInitial(word) { return true }
    let name = word.lowercased()
    if Abbreviations.beforeNames.contains(name) { return true }
    if Abbreviations.beforeFigures.contains(name) {
        return scalars[next].properties.numericType != nil
    }
    guard Abbreviations.isDotted(word) || Abbreviations.anywhere.contains(name) else {
        return false
    }
    var end = next
    while end < scalars.count, isTelling(scalars[end]) { end += 1 }
    return !Abbreviations.openers.contains(text(scalars[next..<end]))
}

private func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
}

/// Words whose full stop is no end.
private enum Abbreviations {
    /// Whether a word is a capital letter alone, a name cut short; *I* is a word of its own.
    static func isInitial(_ word: String) -> Bool {
        guard word.unicodeScalars.count == 1, let letter = word.unicodeScalars.first else {
            return false
        }
        return letter.properties.isUppercase && letter != "I"
    }

    /// One or two letters at a time with stops between, as in *U.S* and *Ph.D*.
    static func isDotted(_ word: String) -> Bool {
        let parts = word.split(separator: ".")
        return parts.count > 1 && parts.allSatisfy { $0.count < 3 && $0.allSatisfy(\.isLetter) }
    }

    /// A name or an example follows always.
    static let beforeNames: Set = [
        "e.g", "i.e", "v", "vs", "cf", "mr", "mrs", "ms", "dr", "prof", "st", "gov", "sen", "rep",
        "gen", "hon", "messrs", "viz", "ca", "approx",
    ]
    /// A figure follows; else the word ends its sentence.
    static let beforeFigures: Set = [
        "no", "nos", "art", "sec", "ch", "fig", "figs", "vol", "p", "pp", "para", "eq", "jan",
        "feb",
        "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]
    /// The sentence may go on or end; it has ended when one of the `openers` follows.
    static let anywhere: Set = [
        "bros", "inc", "co", "corp", "ltd", "plc", "llc", "jr", "sr", "etc", "al", "dept", "assn",
        "univ", "est", "min", "max", "ed", "eds", "ave", "mt", "ft", "hr", "hrs",
    ]
    /// Capitalized words that begin a sentence and no name.
    static let openers: Set = [
        "A", "After", "All", "Although", "An", "Another", "As", "At", "Because", "Before", "Both",
        "But", "By", "Each", "Every", "For", "From", "Here", "However", "If", "In", "It", "Its",
        "No",
        "Nobody", "On", "One", "Only", "Other", "Since", "So", "Some", "Such", "That", "The",
        "Their",
        "Then", "There", "These", "They", "This", "Those", "To", "Under", "Unlike", "When", "Where",
        "Whereas", "While", "Who", "With", "Without",
    ]
}

private func isStop(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ".", "!", "?", "…": true
    default: isWide(scalar)
    }
}

/// A stop of a script that puts no space behind it.
private func isWide(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "。" || scalar == "！" || scalar == "？"
}

private func isCloser(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", ")", "]", "\u{2019}", "\u{201D}", "»": true
    default: false
    }
}

/// A letter, digit or currency sign: what a sentence or word can begin with.
private func isTelling(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .currencySymbol
}

extension String {
    fileprivate var trimmingSpace: String {
        var rest = self[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
