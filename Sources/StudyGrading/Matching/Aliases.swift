/// Names that stand for one another, and abbreviations that a text explains itself.
struct Aliases: Sendable {
    /// Groups of names, each name as stems.
    private let groups: [[[String]]]

    init(_ groups: [[String]], stemmer: Stemmer) {
        self.groups = groups.map { names in
            names.map { Passage($0, stemmer: stemmer).lexemes.map(\.stem) }.filter { !$0.isEmpty }
        }.filter { $0.count > 1 }
    }

    /// Stems that a text means by naming something in another way, and that do not stand in it.
    func meant(by lexemes: [Lexeme]) -> [String] {
        guard !groups.isEmpty else { return [] }
        let stems = lexemes.map(\.stem)
        var meant: [String] = []
        for group in groups where group.contains(where: { Self.contains($0, in: stems) }) {
            meant += group.flatMap { $0 }
        }
        return meant
    }

    private static func contains(_ name: [String], in stems: [String]) -> Bool {
        guard name.count <= stems.count else { return false }
        return (0...(stems.count - name.count)).contains { start in
            stems[start..<start + name.count].elementsEqual(name)
        }
    }
}

/// Abbreviations by first letters: *SEO* in an answer speaks for *search engine optimization*.
enum Initials {
    /// Places in a text whose words an abbreviation in another text stands for.
    ///
    /// - Parameters:
    ///   - lexemes: The text with the words.
    ///   - abbreviations: Words of the other text, as folded.
    /// - Returns: Places in `lexemes`.
    static func places(in lexemes: [Lexeme], spelledBy abbreviations: Set<String>) -> Set<Int> {
        let letters = lexemes.map { $0.word.unicodeScalars.first }
        var places: Set<Int> = []
        for abbreviation in abbreviations where (3...6).contains(abbreviation.unicodeScalars.count)
        {
            let scalars = Array(abbreviation.unicodeScalars)
            guard lexemes.count >= scalars.count else { continue }
            for start in 0...(lexemes.count - scalars.count)
            where scalars.indices.allSatisfy({ letters[start + $0] == scalars[$0] })
                && lexemes[start].sentence == lexemes[start + scalars.count - 1].sentence
            {
                places.formUnion(start..<start + scalars.count)
            }
        }
        return places
    }
}
