internal import StudyCore

extension ContentRule {
    /// A key fact is one claim, so that it can be true or false as a whole.
    ///
    /// For every key fact, in guides of any shape. A second sentence is fine while it goes on about the
    /// same thing: it begins with a pronoun, with the guide's term or with the word the first began with.
    package static let oneClaim = ContentRule("one claim a fact") { guides in
        guides.flatMap { guide in
            guide.items(.fact).compactMap { fact in
                let words = wordCount(fact.text.plain)
                if words > longestFact {
                    return ContentProblem(
                        .longFact, .warning, file: guide.path, line: fact.line,
                        message:
                            "the fact has \(words) words; say one claim in \(longestFact) at most")
                }
                return change(in: fact, of: guide).map { sentence in
                    ContentProblem(
                        .severalClaims, .warning, file: guide.path, line: fact.line,
                        message:
                            "\(sentence.quoted) has another subject than the sentence before; make it a fact of its own"
                    )
                }
            }
        }
    }

    private static let longestFact = 40

    /// The first sentence that speaks of something else than the one before it; nil when none does.
    private static func change(in fact: Item, of guide: Guide) -> String? {
        // What ends without a stop is a heading or an entry of a list.
        let sentences = sentences(in: fact.text.plain).filter { $0.last?.isPunctuation ?? false }
        guard sentences.count > 1 else { return nil }
        let names = guide.names.compactMap(\.first)
        var before = Subject(of: sentences[0], names: names)
        for sentence in sentences.dropFirst() {
            let subject = Subject(of: sentence, names: names)
            if subject != .pronoun {
                if let before, let subject, before.differs(from: subject) { return sentence }
                before = subject
            }
        }
        return nil
    }
}

/// What a sentence speaks of, by the word it begins with.
private enum Subject: Hashable {
    /// What was spoken of before; the guide's term when nothing was.
    case pronoun
    case term
    case other(String)

    /// Nil when the sentence has no words.
    ///
    /// - Parameters:
    ///   - sentence: One sentence.
    ///   - names: The first words of the guide's names.
    init?(of sentence: String, names: [String]) {
        var words = WordForm.words(of: sentence)[...]
        if let first = words.first, Self.introductions.contains(first) {
            // *In April 2004, the rule ...*
            if let comma = sentence.firstIndex(of: ",") {
                words = WordForm.words(of: String(sentence[comma...]))[...]
            }
            words = words.drop { Self.introductions.contains($0) || $0.allSatisfy(\.isNumber) }
        }
        words = words.drop { Self.articles.contains($0) }
        guard let word = words.first else { return nil }
        if Self.pronouns.contains(word) {
            self = .pronoun
        } else if names.contains(word) {
            self = .term
        } else {
            self = .other(word)
        }
    }

    func differs(from other: Subject) -> Bool {
        switch (self, other) {
        case (.pronoun, .term), (.term, .pronoun): false
        default: self != other
        }
    }

    private static let articles: Set = ["a", "an", "the"]

    private static let pronouns: Set = Set(
        """
        it its he his she her they their them this that these those such both all each neither
        either one some none other others another there here so which who whose where when while if
        because
        """.split(whereSeparator: \.isWhitespace).map { WordForm.singular(String($0)) })

    private static let introductions: Set = Set(
        """
        in on at by since until from after before during under with within for as to however then
        later today now also thus therefore hence and but yet still only
        """.split(whereSeparator: \.isWhitespace).map { WordForm.singular(String($0)) })
}
