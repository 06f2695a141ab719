import Testing

/// Something a student does to a guide between two quizzes.
struct GuideEdit: Sendable, CustomTestStringConvertible {
    let name: String
    /// The states the library goes through, each loaded in turn: its guides, of which the first is the
    /// one that was studied.
    let steps: @Sendable (EditableGuide) -> [[EditableGuide]]

    var testDescription: String { name }

    private init(
        _ name: String, steps: @escaping @Sendable (EditableGuide) -> [[EditableGuide]]
    ) {
        self.name = name
        self.steps = steps
    }

    private init(_ name: String, _ change: @escaping @Sendable (inout EditableGuide) -> Void) {
        self.init(name) { guide in
            var guide = guide
            change(&guide)
            return [[guide]]
        }
    }

    static let all: [GuideEdit] = [
        GuideEdit("a typo in every third item") { $0.reword(oneIn: 3) { $0.misspelt(at: 0.5) } },
        GuideEdit("three typos in every item") {
            $0.reword { $0.misspelt(at: 0.2).misspelt(at: 0.5).misspelt(at: 0.8) }
        },
        GuideEdit("case, quotes and emphasis") {
            $0.reword { text in
                text.words { number, word in
                    switch number % 7 {
                    case 1: word.uppercased()
                    case 3: "“\(word)”"
                    case 5: "*\(word)*"
                    default: word
                    }
                }
            }
        },
        GuideEdit("renumbered and shuffled") { $0.shuffle() },
        GuideEdit("a fact deleted") { $0.facts.remove(at: 1) },
        GuideEdit("a fact inserted") { $0.facts.insert(.stranger, at: 2) },
        GuideEdit("a fact replaced by another") { $0.facts[1] = .stranger },
        GuideEdit("two facts merged") { guide in
            let (first, second) = (guide.facts[0], guide.facts.remove(at: 1))
            // The longer of the two keeps its history.
            let longer = first.text.count >= second.text.count ? first : second
            guide.facts[0] = .init(text: first.text + " " + second.text, origin: longer.origin)
        },
        GuideEdit("a fact split") { guide in
            let words = guide.facts[1].text.split(separator: " ")
            let cut = words.count * 3 / 5
            guide.facts[1].text = words[..<cut].joined(separator: " ") + "."
            guide.facts.insert(.init(text: words[cut...].joined(separator: " ")), at: 2)
        },
        GuideEdit("half the words of every third item replaced") {
            $0.reword(oneIn: 3) { text in
                text.words { number, word in
                    number % 2 == 1 ? otherWords[number / 2 % otherWords.count] : word
                }
            }
        },
        GuideEdit("a clause added to every item") {
            $0.reword { $0.dropLast() + ", as several authors of the last decade maintain." }
        },
        GuideEdit("numbers changed") {
            $0.reword {
                String(
                    $0.map { $0.wholeNumberValue.map { "\(($0 + 3) % 10)" } ?? "\($0)" }.joined())
            }
        },
        GuideEdit("file renamed") { $0.path = "media-business/renamed.md" },
        GuideEdit("moved to another class") { $0.moveToMarketing() },
        GuideEdit("term renamed") { $0.rename(to: "Boutique voice") },
        GuideEdit("copied to another class") { guide in
            var copy = guide
            copy.moveToMarketing()
            return [[guide, copy]]
        },
        GuideEdit("copied to another class, and the original reworded") { guide in
            var copy = guide
            copy.moveToMarketing()
            var original = guide
            original.reword(oneIn: 2) { $0.misspelt(at: 0.3).misspelt(at: 0.6) }
            return [[original, copy]]
        },
        GuideEdit("class renamed in the front matter alone") { $0.className = "Marketing" },
        GuideEdit("a fact taken out, and put back later") { guide in
            var without = guide
            without.facts.remove(at: 1)
            return [[without], [guide]]
        },
        GuideEdit("two facts change places and wording") { guide in
            guide.facts.swapAt(0, 2)
            guide.facts[0].reword { $0.misspelt(at: 0.3) }
            guide.facts[2].reword { $0.misspelt(at: 0.7) }
        },
        GuideEdit("edited, then put back as it was") { guide in
            var edited = guide
            edited.reword { $0.misspelt(at: 0.3).misspelt(at: 0.6) }
            edited.shuffle()
            edited.facts.removeFirst()
            return [[edited], [guide]]
        },
        GuideEdit("everything at once") { guide in
            guide.reword(oneIn: 3) { $0.misspelt(at: 0.5) }
            guide.facts.remove(at: 2)
            guide.facts.insert(.stranger, at: 1)
            guide.shuffle()
            guide.rename(to: "Boutique voice")
            guide.moveToMarketing()
        },
    ]
}

private let otherWords = [
    "agencies", "regularly", "measure", "toward", "cheaper", "formats", "whenever", "budgets",
]

extension EditableGuide {
    fileprivate mutating func shuffle() {
        facts = facts.enumerated().sorted { ($0.0 * 3 % 5, $0.0) < ($1.0 * 3 % 5, $1.0) }.map(\.1)
        questions.reverse()
        firstNumber = 7
    }

    fileprivate mutating func moveToMarketing() {
        className = "Marketing"
        path = "marketing/\(slugged(term)).md"
    }

    fileprivate mutating func rename(to term: String) {
        let old = self.term
        reword {
            $0.replacing(old.lowercased(), with: term.lowercased()).replacing(old, with: term)
        }
        self.term = term
    }
}

extension EditableGuide.Entry {
    /// A fact on the topic that the guide does not hold.
    fileprivate static var stranger: Self {
        .init(text: "Payment in goods instead of money must be disclosed all the same.")
    }
}

extension String {
    /// The text with one letter left out, in the middle of a long word near a share of its length.
    fileprivate func misspelt(at share: Double) -> String {
        let words = split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let start = Int(share * Double(words.count))
        guard let place = words.indices.dropFirst(start).first(where: { words[$0].count > 5 })
        else { return self }
        var result = words
        let word = words[place]
        result[place].remove(at: word.index(word.startIndex, offsetBy: word.count / 2))
        return result.joined(separator: " ")
    }

    fileprivate func words(_ change: (Int, String) -> String) -> String {
        split(separator: " ").enumerated().map { change($0, String($1)) }.joined(separator: " ")
    }
}
