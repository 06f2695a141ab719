import Foundation

/// A guide's file as somebody who edits it sees it; each item remembers which one it was.
struct EditableGuide {
    struct Entry: Equatable {
        var text: String
        /// The model answer of a question; empty for the rest.
        var answer = ""
        /// Its place in the untouched guide, from 0; nil for what was written since.
        var origin: Int?

        /// Changes the text, and the answer if there is one.
        mutating func reword(_ change: (String) -> String) {
            text = change(text)
            if !answer.isEmpty { answer = change(answer) }
        }
    }

    var className: String
    var term: String
    /// Relative to the library.
    var path: String
    var definition: Entry
    var facts: [Entry] = []
    var questions: [Entry] = []
    /// The number before the first fact.
    var firstNumber = 1

    /// Reads one of the bundled guides.
    init(bundled path: String) throws {
        let lines = try String(contentsOf: Self.bundle.appending(path: path), encoding: .utf8)
            .split(separator: "\n").map(String.init)
        self.path = path
        className = "Media Business"
        term = lines.first { $0.hasPrefix("# ") }.map { String($0.dropFirst(2)) } ?? ""
        let sections = lines.split { $0.hasPrefix("## ") }.dropFirst().map(Array.init)
        definition = Entry(text: sections[0].joined(separator: " "), origin: 0)
        for fact in sections[1] {
            facts.append(Entry(text: String(fact.drop { $0 != " " }.dropFirst())))
        }
        for line in sections[2] {
            if line.hasPrefix("- ") {
                questions.append(Entry(text: String(line.dropFirst(2))))
            } else {
                questions[questions.count - 1].answer = String(line.dropFirst(4))
            }
        }
        for fact in facts.indices { facts[fact].origin = 1 + fact }
        for question in questions.indices {
            questions[question].origin = 1 + facts.count + question
        }
    }

    static let bundle = Workplace.testFolder.appending(path: "../../content").standardizedFileURL

    /// The guide's name for commands.
    var name: String { "\(slugged(className))/\(slugged(term))" }

    func slugged(_ text: String) -> String { text.lowercased().replacing(" ", with: "-") }

    /// The file's text.
    var markdown: String {
        let numbered = facts.enumerated().map { "\(firstNumber + $0). \($1.text)" }
        let asked = questions.map { "- \($0.text)\n  - \($0.answer)" }
        return """
            ---
            class: \(className)
            ---
            # \(term)

            ## Definition

            \(definition.text)

            ## Key facts

            \(numbered.joined(separator: "\n"))

            ## Review questions

            \(asked.joined(separator: "\n"))

            """
    }

    /// What each card of the guide was, in order: a definition has two cards.
    var origins: [Int?] {
        [definition.origin] + ([definition] + facts + questions).map(\.origin)
    }

    /// Rewords every nth item, beginning with the first.
    mutating func reword(oneIn step: Int = 1, _ change: (String) -> String) {
        var number = 0
        func reword(_ entry: inout Entry) {
            if number % step == 0 { entry.reword(change) }
            number += 1
        }
        reword(&definition)
        for fact in facts.indices { reword(&facts[fact]) }
        for question in questions.indices { reword(&questions[question]) }
    }
}
