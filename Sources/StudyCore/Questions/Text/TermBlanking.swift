/// Takes a term out of a text that would otherwise give it away.
package enum TermBlanking {
    /// The text with a blank wherever one of the names stands, in any case, number or hyphenation.
    ///
    /// A name inside a compound goes too (*macro-influencer* becomes *macro-_____* for *Influencer*),
    /// since it would be read off there. An article before the blank becomes *a(n)*, since it would
    /// tell how the term begins.
    ///
    /// - Parameters:
    ///   - names: Every name of the term.
    ///   - text: A definition or fact.
    /// - Returns: The text with blanks; the same text when no name stands in it.
    package static func blank(_ names: TermNames, in text: String) -> String {
        Pattern(names).blank(Passage(text))
    }

    /// The names of a term, made ready to be looked for in many texts.
    package struct Pattern: Sendable {
        /// The longest first.
        private let names: [Name]

        package init(_ names: TermNames) {
            self.names = names.names.compactMap(Name.init)
                .sorted { $0.letters.count > $1.letters.count }
        }

        /// Whether one of the names stands in a text.
        package func matches(_ passage: Passage) -> Bool {
            passage.words.indices.contains { end(in: passage.words, from: $0) != nil }
        }

        /// The text of a passage with a blank wherever one of the names stands.
        package func blank(_ passage: Passage) -> String {
            let words = passage.words
            let bytes = Array(passage.text.utf8)
            var result = ""
            var copied = 0
            func copy(upTo end: Int) {
                result += String(decoding: bytes[copied..<end], as: UTF8.self)
                copied = end
            }
            var index = 0
            while index < words.count {
                guard let end = end(in: words, from: index) else {
                    index += 1
                    continue
                }
                if index > 0, words[index - 1].range.lowerBound >= copied,
                    let article = TermBlanking.article(words[index - 1], before: words[index])
                {
                    copy(upTo: words[index - 1].range.lowerBound)
                    result += article
                    copied = words[index - 1].range.upperBound
                }
                copy(upTo: words[index].range.lowerBound)
                result += Question.blank
                copied = words[end - 1].range.upperBound
                index = end
            }
            copy(upTo: bytes.count)
            return result
        }

        private func end(in words: [Passage.Word], from index: Int) -> Int? {
            names.lazy.compactMap { $0.end(in: words, from: index) }.first
        }
    }

    /// A name as it is looked for.
    fileprivate struct Name: Sendable {
        /// Its words as they are compared, joined, so that hyphenation does not matter.
        let letters: String
        /// What stands between its words, but for spaces and hyphens.
        let marks: Set<String>
        /// How the name must be written to count; nil for in any way.
        ///
        /// In small letters *FAST*, *IT* and *The Who* are other words.
        let exact: String?

        /// Nil when the name has no letter or digit.
        init?(_ name: String) {
            var words = Passage.words(in: name)
            if words.count > 1, ["a", "an", "the"].contains(words[0].form) { words.removeFirst() }
            letters = words.map(\.form).joined()
            guard !letters.isEmpty else { return nil }
            marks = Set(words.dropFirst().map { TermBlanking.marks($0.before) })
                .filter { !$0.contains(where: "()[]".contains) }
            let isAmbiguous =
                StopWords.contains(words[0].text.folded) || TermNames.isCapitals(words[0].text)
            exact = words.count == 1 && isAmbiguous ? words[0].text : nil
        }

        /// The end of the words from `index` on that spell the name; nil when they do not.
        func end(in words: [Passage.Word], from index: Int) -> Int? {
            guard letters.hasPrefix(words[index].form) else { return nil }
            if let exact, !words[index].text.hasPrefix(exact) { return nil }
            var rest = letters[...]
            var next = index
            while !rest.isEmpty {
                guard next < words.count, rest.hasPrefix(words[next].form) else { return nil }
                if next > index {
                    let between = TermBlanking.marks(words[next].before)
                    guard between.isEmpty || marks.contains(between) else { return nil }
                }
                rest.removeFirst(words[next].form.count)
                next += 1
            }
            return next
        }
    }

    /// The signs of a text but for spaces and hyphens.
    fileprivate static func marks(_ text: String) -> String {
        text.folded.filter { !$0.isWhitespace && $0 != "-" }
    }

    /// What an indefinite article directly before a blank becomes; nil when there is none.
    fileprivate static func article(_ word: Passage.Word, before next: Passage.Word) -> String? {
        guard word.form == "a" || word.form == "an",
            next.before.allSatisfy({ $0.isWhitespace || "\"'\u{2018}\u{201C}(".contains($0) })
        else { return nil }
        return word.text.first == "A" ? "A(n)" : "a(n)"
    }
}
