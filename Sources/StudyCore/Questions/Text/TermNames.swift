/// All the names under which a term is accepted.
package struct TermNames: Hashable, Sendable {
    /// The names, the term itself first, without duplicates.
    package let names: [String]

    /// Takes a term and its aliases apart.
    ///
    /// *Cost per mille (CPM)* has the names *Cost per mille (CPM)*, *Cost per mille* and *CPM*, and
    /// *fin-syn / finsyn* has both sides of the stroke. What stands in brackets is a name only when it
    /// is an abbreviation or spells one out: *Pilot (television)* is not called *television*.
    package init(term: String, aliases: [String]) {
        var names: [String] = []
        var seen: Set<String> = []
        func add(_ name: some StringProtocol) {
            let trimmed = String(name).trimmed
            guard !trimmed.isEmpty, seen.insert(trimmed.folded).inserted else { return }
            names.append(trimmed)
        }
        for name in [term] + aliases {
            add(name)
            guard name.utf8.contains(where: { $0 == 0x28 || $0 == 0x2F }) else { continue }
            let (outside, inside) = Self.withoutBrackets(name)
            for part in [outside] + inside.filter({ Self.isName($0, of: outside) }) {
                add(part)
                let sides = part.split(separator: "/")
                guard sides.count > 1, part.contains(" / ") || !part.contains(" "),
                    sides.allSatisfy({ $0.count(where: \.isLetter) > 1 })
                else { continue }
                for side in sides { add(side) }
            }
        }
        self.names = names
    }

    /// All names of several terms together.
    init(joining several: [TermNames]) {
        var seen: Set<String> = []
        names = several.flatMap(\.names).filter { seen.insert($0.folded).inserted }
    }

    /// The names, made ready to be looked for.
    package var pattern: TermBlanking.Pattern { TermBlanking.Pattern(self) }

    /// The names as they are compared: letters and digits alone, without the *s* of a plural.
    var keys: Set<[UInt8]> {
        Set(
            names.map { name in
                var key = NormalisedText(name).bytes.filter { $0 != UInt8(ascii: " ") }
                if key.count > 3, key.last == UInt8(ascii: "s") { key.removeLast() }
                return key
            })
    }

    /// Whether a text holds one of the names.
    package func isNamed(in text: String) -> Bool {
        TermBlanking.Pattern(self).matches(Passage(text))
    }

    /// Whether a text in brackets is another name of the text before them.
    private static func isName(_ inside: String, of outside: String) -> Bool {
        isCapitals(inside) || abbreviates(inside, outside) || abbreviates(outside, inside)
    }

    /// Whether a word is written in capitals alone, at least two of them, as abbreviations are.
    static func isCapitals(_ word: String) -> Bool {
        let letters = word.filter(\.isLetter)
        return letters.count > 1 && letters.allSatisfy(\.isUppercase)
            && !word.contains(where: \.isWhitespace)
    }

    /// Whether the letters of a word stand in a longer text in the same order, the first one first.
    private static func abbreviates(_ short: String, _ long: String) -> Bool {
        let word = short.trimmed
        let letters = word.folded.filter(\.isLetter)
        var rest = long.folded.filter(\.isLetter)[...]
        guard letters.count > 1, letters.count < rest.count, letters.first == rest.first,
            !word.contains(where: \.isWhitespace)
        else { return false }
        return letters.allSatisfy { letter in
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: place)...]
            return true
        }
    }

    /// The text outside brackets, and each text inside them.
    private static func withoutBrackets(
        _ name: String
    ) -> (outside: String, inside: [String]) {
        var outside = ""
        var inside: [String] = []
        var current = ""
        var depth = 0
        for character in name {
            switch character {
            case "(":
                depth += 1
            case ")" where depth > 0:
                depth -= 1
                if depth == 0 {
                    inside.append(current)
                    current = ""
                }
            default:
                if depth == 0 { outside.append(character) } else { current.append(character) }
            }
        }
        return (outside, inside)
    }
}
