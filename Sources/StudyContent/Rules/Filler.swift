internal import StudyCore

extension ContentRule {
    /// Phrases that fill a line and say nothing; in key facts also words that leave every claim half true.
    ///
    /// For all text that is asked, in guides of every shape. One phrase a card is reported.
    package static let filler = ContentRule("filler phrases") { guides in
        guides.flatMap { guide in
            guide.items.compactMap { item -> ContentProblem? in
                let words = [item.text, item.answer].compactMap(\.self)
                    .flatMap { normalisedWords($0.plain) }
                if let phrase = Phrase.first(of: Phrase.empty, in: words) {
                    return ContentProblem(
                        .filler, .warning, file: guide.path, line: item.line,
                        message: "'\(phrase)' says nothing; leave it out or say what is meant")
                }
                guard item.kind == .fact, let phrase = Phrase.first(of: Phrase.vague, in: words)
                else { return nil }
                return ContentProblem(
                    .filler, .warning, file: guide.path, line: item.line,
                    message:
                        "nobody can be right or wrong about '\(phrase)'; say when, how much or by whom"
                )
            }
        }
    }
}

/// A phrase as normalised words; each place may take one of several.
private struct Phrase {
    let places: [Set<String>]
    /// Words behind it that give it a meaning.
    let meaningfulBefore: Set<String>

    /// Reads a line of the lists below.
    ///
    /// - Parameter pattern: Words with a space between them, the words for one place with a `|`, and behind
    ///   a `!` those that may follow.
    init(_ pattern: Substring) {
        let parts = pattern.split(separator: "!")
        let places = (parts.first ?? "").split(separator: " ").map { place in
            Set(place.split(separator: "|").map(String.init))
        }
        self.places = places
        meaningfulBefore = Set(
            parts.dropFirst().flatMap { $0.split(separator: "|").map(String.init) })
    }

    /// The first phrase in a text, as it stands there; nil when none does.
    static func first(of phrases: [String: [Phrase]], in words: [String]) -> String? {
        for start in words.indices {
            for phrase in phrases[words[start]] ?? [] {
                let said = words[start...].prefix(phrase.places.count)
                let next = words.dropFirst(said.endIndex).first ?? ""
                if said.count == phrase.places.count, !phrase.meaningfulBefore.contains(next),
                    zip(phrase.places, said).allSatisfy({ $0.contains($1) })
                {
                    return said.joined(separator: " ")
                }
            }
        }
        return nil
    }

    /// By first word.
    static let empty = index(
        """
        play|plays|played|playing a|an crucial|vital|key|important|significant|major|central|essential|critical|pivotal role
        in today's world|age|society|landscape|economy|market|digital|fast|modern|busy|connected
        in the modern|digital|contemporary world|age|era
        it is important|crucial|essential|vital|interesting to note|remember|understand|mention
        it is worth noting|mentioning|remembering
        it should|must be noted|remembered|stressed that
        it's important|worth to|noting note|that
        needless to say
        when it comes to!light|rest|pass|blows
        the fact of the matter
        first and foremost
        last but not least
        as we all know
        as everyone knows
        more important|relevant than ever
        now more than ever
        cannot be overstated
        ever changing|evolving|growing
        fast paced world|society|environment|industry|landscape
        game changer|changing
        cutting edge
        a testament to
        a plethora|myriad of
        a rich tapestry
        a wide range|variety|array of
        delve|delves|delving into
        in a nutshell
        all in all
        due to the fact that
        for all intents and purposes
        since the dawn of
        """)

    /// By first word.
    static let vague = index(
        """
        often
        sometimes
        can|may|might help
        play|plays|played a role
        to some extent
        in many cases|ways
        """)

    private static func index(_ patterns: String) -> [String: [Phrase]] {
        var index: [String: [Phrase]] = [:]
        for phrase in patterns.split(separator: "\n").map(Phrase.init) {
            for word in phrase.places.first ?? [] { index[word, default: []].append(phrase) }
        }
        return index
    }
}
