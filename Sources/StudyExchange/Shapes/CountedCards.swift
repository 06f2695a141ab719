/// Cards below a number that stands alone, as pages of flashcards and quiz boards are copied: term and
/// definition a line each, or clue and question.
struct CountedCards {
    private(set) var material: RowMaterial

    private struct Card {
        /// From 0.
        var counter: Int
        var lines: [Int] = []
    }

    /// Nil when the numbers are no cards' or a card has not its two sides.
    init?(_ text: PlainLines, _ options: TextOptions) {
        var cards: [Card] = []
        var markers: [Int] = []
        for (index, line) in text.lines.enumerated() where !line.isBlank {
            if line.text.utf8.count <= 4, line.text.allSatisfy(\.isASCIIDigit) {
                cards.append(Card(counter: index))
            } else if Self.isMarker(line.text) {
                markers.append(index)
            } else if !cards.isEmpty {
                cards[cards.count - 1].lines.append(index)
            }
        }
        let counters = cards.compactMap { Int(text.lines[$0.counter].text) }
        let areSteps = zip(counters, counters.dropFirst()).allSatisfy { $0 + 1 == $1 }
        let areClues = cards.allSatisfy { card in
            card.lines.count == 2 && Self.isResponse(text.lines[card.lines[1]].text)
        }
        // With a word at each card that says so, all below its first line is the definition.
        let areMarked = markers.count >= cards.count
        guard cards.count >= 2, areClues || areSteps,
            cards.allSatisfy({ $0.lines.count == 2 || areMarked && $0.lines.count > 2 })
        else { return nil }
        material = RowMaterial(
            text, options, shape: areClues ? "clues with their questions" : "numbered flashcards")
        for line in markers { material.drop(lines: (line + 1)...(line + 1)) }
        for card in cards {
            let sides = card.lines.map { text.lines[$0].text }
            let back = sides.dropFirst().joined(separator: "\n")
            material.drop(lines: (card.counter + 1)...(card.counter + 1))
            let lines = (card.lines[0] + 1)...(card.lines[card.lines.count - 1] + 1)
            if areClues {
                material.addQuestion(sides[0], back, lines: lines)
            } else {
                material.add(sides[0], back, lines: lines)
            }
        }
    }

    /// What stands at each card, or above them all.
    private static func isMarker(_ line: String) -> Bool {
        guard line.utf8.count <= 60 else { return false }
        let words = line.lowercased()
        return words == "new cards" || words == "new card"
            || words.wholeMatch(of: /\d+ ?\/ ?\d+|\d+ (?:terms|cards)|studied by \d+.*/) != nil
    }

    /// Whether a line is a response of a quiz board, such as *What is the moon?*.
    private static func isResponse(_ line: String) -> Bool {
        line.endsQuestion && ["what", "who", "where", "when"].contains(line.firstWord)
    }
}
