/// A passage with what its words affirm and deny.
struct Reading: Sendable {
    let passage: Passage
    let negations: Negations
    /// The poles of each lexeme; mostly empty.
    let poles: [[Opposites.Pole]]
    /// Words that a pole speaks of (*higher* **engagement rates**), by their places.
    let governed: Set<Int>
    private let places: [String: [Int]]
    private let bare: [String: [Int]]

    var lexemes: [Lexeme] { passage.lexemes }

    init(_ passage: Passage, stemmer: Stemmer) {
        self.passage = passage
        let lexemes = passage.lexemes
        negations = Negations(lexemes)
        poles = lexemes.map { Opposites.poles(of: $0.word) }
        var places: [String: [Int]] = [:]
        var bare: [String: [Int]] = [:]
        for (index, lexeme) in lexemes.enumerated() {
            places[lexeme.stem, default: []].append(index)
            if lexeme.matter != .none, let rest = Opposites.withoutDenial(lexeme.word) {
                bare[stemmer.stem(rest), default: []].append(index)
            }
        }
        self.places = places
        self.bare = bare
        var governed: Set<Int> = []
        for index in lexemes.indices where poles[index].contains(where: { $0.axis < 2 }) {
            governed.formUnion(Self.following(index, lexemes, poles))
        }
        self.governed = governed
    }

    /// Where a word of another text stands here: as it is, and with or without a denying beginning.
    func occurrences(of word: Lexeme) -> (plain: [Int], denied: [Int]) {
        var denied = bare[word.stem] ?? []
        if let rest = Opposites.withoutDenial(word.word) {
            // The beginning denies only if the rest is a word of this text.
            denied += places.keys.contains(rest) ? places[rest] ?? [] : []
            denied += lexemes.indices.filter { lexemes[$0].word == rest && !denied.contains($0) }
        }
        return (places[word.stem] ?? [], denied)
    }

    /// Telling words that a pole may speak of, after it and before it in its clause, nearest first.
    func objects(of index: Int) -> (following: [Int], preceding: [Int]) {
        (Self.following(index, lexemes, poles), preceding(index))
    }

    private static func following(
        _ index: Int, _ lexemes: [Lexeme], _ poles: [[Opposites.Pole]]
    ) -> [Int] {
        var places: [Int] = []
        var next = index + 1
        while next < lexemes.count, places.count < 3, lexemes[next].clause == lexemes[index].clause {
            let lexeme = lexemes[next]
            if lexeme.word == "than" || lexeme.word == "as" || lexeme.word == "and" { break }
            if !poles[next].isEmpty, places.isEmpty == false || lexeme.matter != .full { break }
            if lexeme.matter == .full { places.append(next) }
            next += 1
        }
        return places
    }

    private func preceding(_ index: Int) -> [Int] {
        var places: [Int] = []
        var before = index - 1
        while before >= 0, places.count < 3, lexemes[before].clause == lexemes[index].clause {
            if lexemes[before].matter == .full, poles[before].isEmpty { places.append(before) }
            before -= 1
        }
        return places
    }
}
