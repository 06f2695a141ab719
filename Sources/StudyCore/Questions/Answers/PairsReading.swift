extension Question.Pairs {
    /// What was made of each term: the index of the definition it was given, nil for none.
    package typealias Assignment = [Int?]

    /// Why a line cannot be read.
    package enum Unreadable: Error, Hashable, Sendable {
        /// No term has this number.
        case noTerm(String)
        /// No definition has this letter.
        case noDefinition(String)
        /// A term or a definition was used twice.
        case twice(String)
        /// Nothing that is a number with a letter.
        case noPair(String)
    }

    /// Reads pairs such as `1c 2a` or `1-c, 2=a`; letters alone, `c a b d`, go with the terms in order.
    package func assignment(of typed: String) throws(Unreadable) -> Assignment {
        var result = Assignment(repeating: nil, count: terms.count)
        var used: Set<Int> = []
        let words = Self.words(typed)
        guard !words.isEmpty else { throw .noPair(typed) }
        let isInOrder = words.allSatisfy { $0.allSatisfy(\.isLetter) }
        let letters = isInOrder && words.count == 1 ? words[0].map(String.init) : words
        // Letters alone leave no doubt only when there is one for each term.
        guard !isInOrder || letters.count == terms.count else { throw .noPair(typed) }
        for (place, word) in letters.enumerated() {
            let digits = String(word.prefix { $0.isWholeNumber })
            let letter = String(word.drop { $0.isWholeNumber })
            guard letter.count == 1, isInOrder == digits.isEmpty else { throw .noPair(word) }
            let term = isInOrder ? place : (Int(digits) ?? 0) - 1
            guard terms.indices.contains(term) else { throw .noTerm(isInOrder ? word : digits) }
            guard
                let definition = definitions.indices.first(where: { Question.letter($0) == letter })
            else { throw .noDefinition(letter) }
            guard result[term] == nil, used.insert(definition).inserted else {
                throw .twice(word)
            }
            result[term] = definition
        }
        return result
    }

    /// Numbers with the letters that follow them, whatever signs stand between.
    private static func words(_ typed: String) -> [String] {
        var words: [String] = []
        // What the last character was; signs between a number and its letter do not matter.
        var isAfterSign = false
        for character in typed.folded {
            guard character.isLetter || character.isWholeNumber else {
                isAfterSign = true
                continue
            }
            let endsInDigit = words.last?.last?.isWholeNumber ?? false
            let goesOn =
                character.isWholeNumber
                ? endsInDigit && !isAfterSign
                : endsInDigit || !isAfterSign && !words.isEmpty
            if goesOn, let last = words.indices.last {
                words[last].append(character)
            } else {
                words.append(String(character))
            }
            isAfterSign = false
        }
        return words
    }
}
