/// All the names under which a term is accepted.
package struct TermNames: Hashable, Sendable {
    /// The names, the term itself first, without duplicates.
    package let names: [String]

    /// Takes a term and its aliases apart.
    ///
    /// *Cost per mille (CPM)* has the names *Cost per mille (CPM)*, *Cost per mille* and *CPM*; *fin-syn
    /// / finsyn* has both sides of the stroke.
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
            for part in Self.withoutBrackets(name) {
                add(part)
                let sides = part.split(separator: "/").filter { !$0.allSatisfy(\.isWhitespace) }
                guard sides.count > 1, part.contains(" / ") || !part.contains(" ") else { continue }
                for side in sides { add(side) }
            }
        }
        self.names = names
    }

    /// The text outside brackets, and each text inside them.
    private static func withoutBrackets(_ name: String) -> [String] {
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
        return [outside] + inside
    }
}

extension String {
    /// The text without white space at its ends.
    package var trimmed: String {
        guard let first = firstIndex(where: { !$0.isWhitespace }),
            let last = lastIndex(where: { !$0.isWhitespace })
        else { return "" }
        return String(self[first...last])
    }
}
