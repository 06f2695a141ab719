internal import StudyCore

extension Guide {
    /// Whether the guide is a row of a table or list of terms: a term and what stands beside it.
    var isRow: Bool {
        items.count == 1 && items[0].kind == .definition && items[0].line == line
    }

    /// The items of some kinds, in order.
    func items(_ kinds: Item.Kind...) -> [Item] {
        items.filter { kinds.contains($0.kind) }
    }

    /// The term and its other names, as words in the form they are compared in; none is empty.
    ///
    /// An addition in brackets, as in *Herfindahl-Hirschman index (HHI)*, may be left out.
    var names: [[String]] {
        ([term] + aliases).flatMap { name in
            [name, name.split(separator: "(").first.map(String.init) ?? name]
        }.map { WordForm.words(of: $0) }.filter { !$0.isEmpty }
    }

    /// What a definition's words say after the name they begin with; nil when they begin with none.
    ///
    /// One word of up to three letters may stand before the name: an article, in many languages.
    func explanation(in words: [String]) -> ArraySlice<String>? {
        var rests: [ArraySlice<String>] = []
        for name in names {
            if words.starts(with: name) { rests.append(words.dropFirst(name.count)) }
            guard let article = words.first, article.count <= 3 else { continue }
            if words.dropFirst().starts(with: name) {
                rests.append(words.dropFirst(name.count + 1))
            }
        }
        return rests.min { $0.count < $1.count }
    }
}

/// How many words a text has, counted as an editor counts them: signs such as `=` alone are none.
package func wordCount(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).count { word in
        word.contains { $0.isLetter || $0.isNumber }
    }
}
