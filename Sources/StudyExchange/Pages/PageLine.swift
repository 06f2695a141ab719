internal import StudyCore

/// What a line of a page announces, told by its words alone.
enum PageLine: Hashable {
    case blank
    /// Says again what the line above says, as doubled copies do.
    case copy
    /// Stands on every page above the term.
    case tag
    /// `from class:`, with the class when it stands on the same line.
    case fromClass(String)
    /// `key term - X`.
    case keyTerm(String)
    /// `… review`: a course, on pages without `from class:`.
    case courseReview(String)
    case heading(Section)
    /// `Definition: …`, with what the line says behind the heading.
    case definition(String)
    /// The term that was read, as the page says it to the reader.
    case congratulation(String)
    case chatter
    case noise
    /// Begins advertising that reaches to the next heading.
    case advertisement
    case copyright
    /// A picture alone, by its description.
    case image(String)
    case text

    /// A part of a page.
    enum Section: Hashable {
        case definition, facts, questions
        /// Kept for reading, under its heading.
        case kept(String)
    }

    /// What each line announces.
    static func kinds(of lines: [PlainLines.Line]) -> [PageLine] {
        var above: String?
        return lines.map { line in
            guard !line.isBlank else { return .blank }
            defer { above = line.text }
            if line.text == above { return .copy }
            return above.map { isCredit(line.text, below: $0) } ?? false ? .noise : PageLine(line)
        }
    }

    private init(_ line: PlainLines.Line) {
        guard !line.isBlank else {
            self = .blank
            return
        }
        if line.text.hasPrefix("!["),
            let image = line.text.wholeMatch(of: /!\[([^\]]+)\]\([^()]*\)/)
        {
            self = .image(String(image.1))
            return
        }
        let folded = PageVocabulary.folded(line.text)
        if let section = Self.section(folded, line.text) {
            self = .heading(section)
        } else if let definition = Self.definition(line.text) {
            self = .definition(definition)
        } else if PageVocabulary.tags.contains(folded)
            || PageVocabulary.tagBeginnings.contains(where: folded.hasPrefix)
        {
            self = .tag
        } else if folded.hasPrefix("from class") {
            let rest = line.text.drop { $0 != ":" }.dropFirst()
            self = .fromClass(String(rest.trimmedSlice))
        } else if let term = Self.keyTerm(line.text) {
            self = .keyTerm(term)
        } else if folded.hasPrefix(PageVocabulary.chatter[0]) {
            self = .congratulation(Self.congratulated(line.text))
        } else if PageVocabulary.chatter.contains(where: folded.hasPrefix)
            || folded.hasPrefix("practice questions (") && folded.hasSuffix(")")
        {
            self = .chatter
        } else if Self.isCopyright(folded) {
            self = .copyright
        } else if PageVocabulary.advertisements.contains(folded) {
            self = .advertisement
        } else if Self.isNoise(folded) {
            self = .noise
        } else if folded.hasSuffix(" review"), line.text.count <= 80 {
            self = .courseReview(String(line.text.dropLast(" review".count)))
        } else {
            self = .text
        }
    }

    private static func section(_ folded: String, _ line: String) -> Section? {
        guard folded.utf8.count <= 120 else { return nil }
        if PageVocabulary.definition.contains(folded) { return .definition }
        let words = folded.drop { $0.isNumber }.trimmedSlice
        if PageVocabulary.facts.contains(String(words)) || words.hasPrefix("must know facts") {
            return .facts
        }
        if PageVocabulary.questions.contains(folded) { return .questions }
        if PageVocabulary.kept.contains(folded) { return .kept(heading(line)) }
        if folded.hasSuffix("also found in") || folded.hasSuffix("appears in") {
            return .kept(heading(line))
        }
        return nil
    }

    /// The words of a heading, without its marks.
    private static func heading(_ line: String) -> String {
        let marks: Set<Character> = ["#", "*", ":", "_", " ", "\""]
        var text = line[...]
        while let first = text.first, marks.contains(first) { text.removeFirst() }
        while let last = text.last, marks.contains(last) { text.removeLast() }
        return String(text.filter { $0 != "\"" && $0 != "\u{201C}" && $0 != "\u{201D}" })
    }

    /// What stands behind `Definition:` on its line.
    private static func definition(_ line: String) -> String? {
        guard let colon = line.firstIndex(of: ":"),
            PageVocabulary.definition.contains(PageVocabulary.folded(line[..<colon]))
        else { return nil }
        let text = line[line.index(after: colon)...].drop { "*_ ".contains($0) }
        return text.isEmpty ? nil : String(text)
    }

    /// The term in `congrats on reading the definition of X. …`, as it is written.
    private static func congratulated(_ line: String) -> String {
        // A full stop may belong to the term, as in *U.S. Congress*.
        let pattern = /definition of (.*?)(?:[.!]\s+now\b.*|[.!]?\s*)$/.ignoresCase()
        return line.firstMatch(of: pattern).map { PageHead.termName(String($0.1)) } ?? ""
    }

    /// Whether a line says whose picture stands above it.
    private static func isCredit(_ line: String, below above: String) -> Bool {
        above.utf8.count <= 16 && line.utf8.count <= 120
            && PageVocabulary.folded(above) == PageVocabulary.picture
            && !line.endsSentence && PageVocabulary.credits.contains(line.firstWord)
    }

    private static func keyTerm(_ line: String) -> String? {
        let text = line.drop { "#* ".contains($0) }
        guard text.lowercased().hasPrefix("key term") else { return nil }
        let rest = text.dropFirst("key term".count).trimmedSlice
        guard let sign = rest.first, "-–—:".contains(sign) else { return nil }
        let term = rest.dropFirst().trimmedSlice
        return term.isEmpty ? nil : String(term)
    }

    private static func isCopyright(_ folded: String) -> Bool {
        folded.hasPrefix("©") || folded.hasPrefix("(c) 20") || folded.hasPrefix("copyright ©")
            || folded.hasSuffix("all rights reserved.") || folded.hasSuffix("all rights reserved")
    }

    private static func isNoise(_ folded: String) -> Bool {
        guard folded.utf8.count <= 400 else { return false }
        return PageVocabulary.noise.contains(folded)
            || folded.contains("trademark") && folded.contains("registered")
            || folded.contains("cookies")
                && PageVocabulary.cookieWords.contains(where: folded.contains)
            || folded.utf8.count <= 120 && !folded.hasSuffix(".")
                && PageVocabulary.noiseFrames.contains {
                    folded.hasPrefix($0.beginning) && folded.hasSuffix($0.ending)
                }
    }

    /// Whether a page's body has begun with it.
    var isHeading: Bool {
        switch self {
        case .heading, .definition: true
        default: false
        }
    }
}
