import FSRS
import StudyCore
import Testing

/// What holds for every question, whatever the guides are.
@Suite("Every form")
struct FormLawTests {
    static let libraries = [Library.bundled, Library.generated]

    /// A question of each card in each form, with what it was made from.
    static func questions(
        _ library: Library, of index: Int, seed: Int = 1
    ) -> [(subject: Subject, question: Question)] {
        library.subjects(of: index).flatMap { subject in
            Form.allCases.compactMap { form in
                question(subject, form, seed).map { (subject, $0) }
            }
        }
    }

    static func question(_ subject: Subject, _ form: Form, _ seed: Int) -> Question? {
        var generator = SeededGenerator(text: subject.card.description, number: seed)
        return QuestionMaker.question(subject, form: form, using: &generator)
    }

    @Test("is made for each bundled guide")
    func complete() {
        #expect(Library.bundled.guides.count >= 80)
        var missing: [String] = []
        for index in Library.bundled.guides.indices {
            let forms = Set(Self.questions(.bundled, of: index).map(\.question.form))
            for form in Form.allCases where !forms.contains(form) {
                missing.append("\(Library.bundled.guides[index].id): \(form)")
            }
        }
        #expect(missing == [])
    }

    @Test("is the same for the same seed", arguments: libraries.indices)
    func seeds(library: Int) {
        let library = Self.libraries[library]
        for index in stride(from: 0, to: library.guides.count, by: 8) {
            #expect(
                Self.questions(library, of: index).map(\.question)
                    == Self.questions(library, of: index).map(\.question))
        }
    }

    @Test("has one right option, and no option twice", arguments: libraries.indices)
    func options(library: Int) {
        for (_, question) in Self.all(library) {
            guard case .choice(let choice) = question.response else { continue }
            #expect(choice.options.count == (question.form == .trueFalse ? 2 : 4))
            #expect(choice.options.indices.contains(choice.right))
            #expect(Set(choice.options.map(\.text.folded)).count == choice.options.count)
            #expect(Set(choice.options.map(\.term.folded)).count >= 2)
            guard question.form == .multipleChoice else { continue }
            let right = choice.options[choice.right].term
            #expect(choice.options.count { $0.term == right } == 1)
        }
    }

    @Test("does not show its answer", arguments: libraries.indices)
    func secrets(library: Int) {
        for (subject, question) in Self.all(library) {
            switch (question.prompt, question.response) {
            case (.nameTerm(let text), _), (.chooseTerm(let text), _):
                #expect(!subject.names.isNamed(in: text), "\(text)")
                #expect(question.topic == nil)
            case (.fillGaps(let text), .typed(let blanks)):
                let shown = Set(
                    WordForm.words(of: text.unnumbered + " " + (question.topic ?? "")))
                for blank in blanks {
                    let words = WordForm.words(of: blank.accepted[0])
                        .filter { !StopWords.contains($0) && !Self.scales.contains($0) }
                    #expect(!words.isEmpty && shown.isDisjoint(with: words), "\(blank) in \(text)")
                }
            case (.tellApart(let texts), .typed(let blanks)):
                for text in texts {
                    for name in blanks.flatMap(\.accepted) {
                        #expect(!TermNames(term: name, aliases: []).isNamed(in: text), "\(text)")
                    }
                }
            case (.match, .pairs(let pairs)):
                for term in pairs.terms {
                    let names = TermNames(term: term, aliases: [])
                    #expect(!pairs.definitions.contains(where: names.isNamed(in:)))
                }
            case (.chooseDefinition, .choice(let choice)), (.chooseFact, .choice(let choice)):
                for option in choice.options {
                    #expect(!subject.names.isNamed(in: option.text), "\(option.text)")
                }
            default: break
            }
        }
    }

    private static let scales: Set = ["hundred", "thousand", "million", "billion", "trillion"]

    @Test("blanks no grammar word, and leaves words between two gaps", arguments: libraries.indices)
    func gaps(library: Int) {
        for (_, question) in Self.all(library) {
            guard question.form == .cloze, case .typed(let blanks) = question.response,
                case .fillGaps(let text) = question.prompt
            else { continue }
            for blank in blanks { #expect(!StopWords.contains(blank.accepted[0].folded)) }
            let parts = text.components(between: Question.blank)
            #expect(parts.count == blanks.count + 1)
            for part in parts.dropFirst().dropLast() {
                #expect(Token.tokens(in: part).count >= 2, "\(text)")
            }
        }
    }

    @Test("brings together each term with its definition", arguments: libraries.indices)
    func pairs(library: Int) {
        let topics = Self.libraries[library].topics
        for (subject, question) in Self.all(library) {
            guard case .pairs(let pairs) = question.response else { continue }
            #expect((4...6).contains(pairs.terms.count))
            #expect(Set(pairs.terms).count == pairs.terms.count)
            #expect(Set(pairs.definitions).count == pairs.terms.count)
            #expect(pairs.key.sorted() == Array(pairs.terms.indices))
            #expect(pairs.cards.contains(subject.card))
            for (term, card) in zip(pairs.terms, pairs.cards) {
                #expect(
                    topics.contains { $0.term == term && $0.definition?.item == card.item })
            }
        }
    }

    @Test("credits each fact of a list to its own card", arguments: libraries.indices)
    func lists(library: Int) {
        for (subject, question) in Self.all(library) {
            guard case .list(let points) = question.response else { continue }
            #expect(points.map(\.text) == subject.topic.facts.map(\.text))
            #expect(
                points.map(\.card)
                    == subject.topic.facts.map { Card.ID(item: $0.item, facet: .fact) })
            #expect(question.cards.first == subject.card)
            #expect(Set(question.cards) == Set(points.map(\.card)))
        }
    }

    @Test(
        "says a false thing only of a term of which nothing like it is known",
        arguments: libraries.indices)
    func falsehoods(library: Int) throws {
        let topics = Dictionary(
            grouping: Self.libraries[library].topics, by: \.term)
        for (subject, question) in Self.all(library) {
            guard question.form == .trueFalse, case .choice(let choice) = question.response,
                choice.right == 1, let shown = question.topic
            else { continue }
            #expect(shown != subject.topic.term)
            let text = Passage(subject.item.text.plain)
            #expect(
                topics[shown, default: []].contains { topic in
                    let fairness = Fairness(of: topic)
                    return subject.item.kind == .definition
                        ? fairness.isOtherMeaning(text)
                        : fairness.isFalse(text, besides: fairness.known)
                })
        }
    }

    private static func all(_ library: Int) -> [(subject: Subject, question: Question)] {
        made[library]
    }

    private static let made = libraries.map { library in
        library.guides.indices.flatMap { questions(library, of: $0) }
    }
}

extension String {
    /// The text without the numbers of its blanks.
    fileprivate var unnumbered: String {
        (1...3).reduce(self) {
            $0.components(between: "(\($1))\u{A0}\(Question.blank)").joined(separator: " ")
        }
    }

    /// The parts of the text between the places where another one stands.
    fileprivate func components(between separator: String) -> [String] {
        var parts = [""]
        var rest = self[...]
        while !rest.isEmpty {
            if rest.hasPrefix(separator) {
                parts.append("")
                rest = rest.dropFirst(separator.count)
            } else {
                parts[parts.count - 1].append(rest.removeFirst())
            }
        }
        return parts
    }
}
