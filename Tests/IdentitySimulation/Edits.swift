import FSRS
import StudyCore

/// Something a student does to the files between two loads.
package struct Edit: Sendable, CustomStringConvertible {
    package let name: String
    package var description: String { name }
    private let apply: @Sendable (inout SimulatedLibrary, inout SeededGenerator) -> Void

    /// An edit of each guide on its own.
    static func guides(
        _ name: String,
        _ change: @escaping @Sendable (inout SimulatedGuide, inout SeededGenerator) -> Void
    ) -> Edit {
        Edit(name: name) { library, random in
            for guide in library.guides.indices { change(&library.guides[guide], &random) }
        }
    }

    /// An edit of the text of one item in so many.
    static func texts(
        _ name: String, oneIn odds: Int,
        _ change: @escaping @Sendable (String, inout SeededGenerator) -> String
    ) -> Edit {
        .guides(name) { guide, random in
            for item in guide.items.indices where random.once(in: odds) {
                guide.items[item].reword { change($0, &random) }
            }
        }
    }

    /// Several edits before the next load.
    package static func together(_ edits: Edit...) -> Edit {
        Edit(name: edits.map(\.name).joined(separator: " + ")) { library, random in
            for edit in edits { edit.apply(&library, &random) }
        }
    }

    private func named(_ name: String) -> Edit { Edit(name: name, apply: apply) }

    func applied(to library: SimulatedLibrary, _ random: inout SeededGenerator) -> SimulatedLibrary
    {
        var library = library
        apply(&library, &random)
        return library
    }

    /// Whether the library is whole again when the edit is taken back: not so with a copy of a guide.
    var canBeReverted: Bool { name != Edit.copy.name }

    package static let single = [
        typo, threeTypos, punctuation, number, clause, halfReplaced, twoWords,
        shuffle, delete, insert, replace, merge, split,
        renameFile, moveToClass, renameTerm, copy,
    ]

    /// The same, in another order.
    static let others = single[5...] + single[..<5]

    package static let combined: [Edit] = [
        .together(shuffle, typo, delete),
        .together(insert, clause, shuffle),
        .together(renameFile, typo, insert),
        .together(moveToClass, renameTerm, shuffle, twoWords),
        .together(renameTerm, threeTypos),
        .together(number, delete, moveToClass),
        .together(moveToClass, renameTerm, shuffle, typo, insert, delete).named(
            "everything at once"),
    ]

    package static let typo = Edit.texts("typo in 1/3", oneIn: 3) { $0.misspelt(using: &$1) }
    package static let threeTypos = Edit.texts("3 typos in each", oneIn: 1) { text, random in
        (0..<3).reduce(text) { text, _ in text.misspelt(using: &random) }
    }
    static let punctuation = Edit.texts("case, quotes, emphasis", oneIn: 2) { text, random in
        var words = text.split(separator: " ").map(String.init)
        let place = Int.random(in: 0..<words.count, using: &random)
        let word = words[place]
        words[place] = random.pick([word.uppercased(), "“\(word)”", "*\(word)*", "**\(word)**"])
        return words.joined(separator: random.once(in: 3) ? "  " : " ")
            .replacing(",", with: random.once(in: 2) ? "" : ",") + (random.once(in: 3) ? "!" : "")
    }
    package static let number = Edit.texts("number changed in 1/3", oneIn: 3) { text, random in
        let digits = text.filter(\.isNumber)
        if digits.isEmpty {
            return text + " About \(Int.random(in: 3...99, using: &random)) percent."
        }
        return String(text.map { $0.isNumber ? random.pick(Array("0123456789")) : $0 })
    }
    package static let clause = Edit.texts("clause added to 1/3", oneIn: 3) { text, random in
        let prose = NaturalProse(term: "it", using: &random)
        var longer = text
        repeat { longer += prose.clause(using: &random) } while longer.count < text.count * 4 / 3
        return longer
    }
    static let halfReplaced = Edit.texts("half the words of 1/3", oneIn: 3) { text, random in
        text.replacingWords(share: 0.5, using: &random)
    }
    package static let twoWords = Edit.texts("2 words in 1/3", oneIn: 3) { text, random in
        let count = text.split(separator: " ").count
        return text.replacingWords(share: 2 / Double(max(1, count)), using: &random)
    }
    package static let shuffle = Edit.guides("renumbered, shuffled") { guide, random in
        let definitions = guide.items.filter { $0.kind == .definition }
        let facts = guide.items.filter { $0.kind == .fact }.shuffled(using: &random)
        let questions = guide.items.filter { $0.kind == .question }.shuffled(using: &random)
        guide.items = definitions + facts + questions
    }
    static let delete = Edit.guides("one fact deleted") { guide, random in
        if let fact = guide.randomFact(using: &random) { guide.items.remove(at: fact) }
    }
    package static let insert = Edit.guides("one item inserted") { guide, random in
        guard !guide.strangers.isEmpty else { return }
        let stranger = guide.strangers.removeFirst()
        guard let first = guide.items.firstIndex(where: { $0.kind == stranger.kind }),
            let last = guide.items.lastIndex(where: { $0.kind == stranger.kind })
        else { return }
        guide.items.insert(stranger, at: Int.random(in: first...last + 1, using: &random))
    }
    static let replace = Edit.guides("one fact replaced") { guide, random in
        guard let stranger = guide.strangers.firstIndex(where: { $0.kind == .fact }),
            let fact = guide.randomFact(using: &random)
        else { return }
        guide.items[fact] = guide.strangers.remove(at: stranger)
    }
    package static let merge = Edit.guides("two facts merged") { guide, _ in
        let facts = guide.items.indices.filter { guide.items[$0].kind == .fact }
        guard facts.count >= 2 else { return }
        let (first, second) = (guide.items[facts[0]], guide.items[facts[1]])
        guide.items[facts[0]].text = first.text + " " + second.text
        guide.items[facts[0]].truths = first.truths.union(second.truths)
        guide.items.remove(at: facts[1])
    }
    static let split = Edit.guides("one fact split") { guide, random in
        guard let fact = guide.randomFact(using: &random) else { return }
        let words = guide.items[fact].text.split(separator: " ")
        let cut = words.count * 3 / 5
        var second = guide.items[fact]
        guide.items[fact].text = words[..<cut].joined(separator: " ") + "."
        // No other line of the library has this key.
        second.key = -second.key
        second.text = words[cut...].joined(separator: " ")
        guide.items.insert(second, at: fact + 1)
    }
    static let renameFile = Edit.guides("file renamed") { guide, random in
        guide.path = "\(slug(guide.className))/file-\(random.next() % 1_000_000_007).md"
    }
    static let moveToClass = Edit.guides("moved to another class") { guide, random in
        guide.className = "New " + guide.className
        guide.path = "\(slug(guide.className))/\(slug(guide.term)).md"
    }
    static let renameTerm = Edit.guides("term renamed") { guide, random in
        let old = guide.term
        guide.term = "\(random.pick(NaturalProse.names)) \(random.next() % 1000)"
        for item in guide.items.indices {
            let term = guide.term.lowercased()
            guide.items[item].reword { $0.replacing(old.lowercased(), with: term) }
        }
    }
    package static let copy = Edit(name: "copied to a 2nd class") { library, random in
        for guide in library.guides where random.once(in: 2) {
            var copy = guide
            copy.className = "Second " + guide.className
            copy.path = "\(slug(copy.className))/\(slug(copy.term)).md"
            for item in copy.items.indices {
                copy.items[item].originals = copy.items[item].truths
                copy.items[item].truths = []
            }
            copy.key = -copy.key
            library.guides.append(copy)
        }
    }
}

extension SimulatedItem {
    /// Changes the text, the answer or both: a review question is edited at either end.
    fileprivate mutating func reword(_ change: (String) -> String) {
        text = change(text)
        answer = answer.map(change)
    }
}

extension SimulatedGuide {
    fileprivate func randomFact(using random: inout SeededGenerator) -> Int? {
        let facts = items.indices.filter { items[$0].kind == .fact }
        return facts.isEmpty ? nil : random.pick(facts)
    }
}

extension String {
    /// The text with one letter dropped, doubled, swapped with the next or replaced.
    fileprivate func misspelt(using random: inout SeededGenerator) -> String {
        var signs = Array(self)
        let letters = signs.indices.dropLast().filter {
            signs[$0].isLetter && signs[$0 + 1].isLetter
        }
        guard !letters.isEmpty else { return self }
        let place = random.pick(letters)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: signs.remove(at: place)
        case 1: signs.insert(signs[place], at: place)
        case 2: signs.swapAt(place, place + 1)
        default: signs[place] = random.pick(Array("abcdefghijklmnopqrstuvwxyz"))
        }
        return String(signs)
    }

    fileprivate func replacingWords(share: Double, using random: inout SeededGenerator) -> String {
        let prose = NaturalProse(term: "it", using: &random)
        var words = split(separator: " ").map(String.init)
        let count = Int((Double(words.count) * share).rounded())
        for place in words.indices.shuffled(using: &random).prefix(count) {
            words[place] = prose.word(using: &random)
        }
        return words.joined(separator: " ")
    }
}
