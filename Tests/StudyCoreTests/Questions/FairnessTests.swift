import FSRS
import StudyCore
import Testing

@Suite("Wrong options")
struct FairnessTests {
    static func topic(
        _ term: String, _ definition: String, facts: [String] = [], aliases: [String] = [],
        unit: String = "U", confusedWith: [String] = [], classSlug: String = "c"
    ) -> Topic {
        Topic(
            guide: Guide.ID(classSlug: classSlug, termSlug: slug(term)), term: term,
            aliases: aliases, unit: unit, confusedWith: confusedWith,
            definition: .init(item: Item.ID("\(term)-d"), text: Prose(plain: definition)),
            facts: facts.enumerated().map {
                .init(item: Item.ID("\(term)-\($0)"), text: Prose(plain: $1))
            })
    }

    static let acid = topic(
        "Acid", "An acid gives protons to another substance.",
        facts: ["Litmus paper turns red in it.", "Lowry described acids in 1923."],
        aliases: ["proton donor"], confusedWith: ["base"])

    @Test(
        "are terms that can be told from the asked one",
        arguments: [
            (topic("Base", "A base takes protons from another substance."), true),
            (topic("Acid", "An acid is something else entirely."), false),
            (topic("Proton donor", "Something quite different is meant."), false),
            (topic("Acids", "Something quite different is meant."), false),
            (topic("Weak acid", "It gives up few of its own when dissolved."), false),
            (topic("Donor", "A donor gives protons to another substance."), true),
        ])
    func terms(other: Topic, isAllowed: Bool) {
        #expect(Fairness(of: Self.acid).differs(from: other) == isAllowed)
    }

    @Test(
        "are never true of the asked term, nor near it",
        arguments: [
            ("Litmus paper turns blue in it.", false),
            ("Paper with litmus turns red in it.", false),
            ("The acid of the stomach is hydrochloric.", false),
            ("A proton donor is not needed.", false),
            ("Sodium hydroxide gives off heat when it dissolves.", true),
        ])
    func statements(text: String, isAllowed: Bool) {
        let fairness = Fairness(of: Self.acid)
        #expect(fairness.isFalse(Passage(text), besides: fairness.known) == isAllowed)
    }

    @Test(
        "make a claim by which their term is told from others",
        arguments: [
            ("It is used a lot.", false), ("An acid is used a lot.", true),
            ("It has a pH of 3.", true), ("Many call it Lowry's.", true), ("Some do.", false),
        ])
    func claims(text: String, tells: Bool) {
        #expect(Fairness.tells(Passage(text), Self.acid.names.pattern) == tells)
    }

    @Test("come from the likeliest mistakes first: mixed up, named, of the unit, of the class")
    func order() {
        let others = [
            Self.topic("Verb", "A verb says what happens.", classSlug: "other"),
            Self.topic("Ester", "An ester smells of fruit.", unit: "V"),
            Self.topic("Ketone", "A ketone gives protons to another substance.", unit: "V"),
            Self.topic("Salt", "A salt is made of ions."),
            Self.topic("Base", "A base takes protons.", unit: "V"),
            Self.topic("Buffer", "A buffer keeps its pH.", unit: "V"),
        ]
        let found = Neighbour.nearest(
            others, to: Self.acid, mixedUp: [Guide.ID(classSlug: "c", termSlug: "buffer")],
            limit: 5)
        #expect(found.map(\.topic.term) == ["Buffer", "Base", "Salt", "Ketone", "Ester"])
        #expect(
            found.map(\.closeness) == [.mixedUp, .confusedWith, .sameUnit, .sameClass, .sameClass])
    }

    /// A choice of terms of one length and shape, all fair.
    static func choose(_ others: [Topic], seed: Int = 1) -> Set<String>? {
        let neighbours = Neighbour.nearest(others, to: acid, limit: 12)
        var generator = SeededGenerator(text: "seed", number: seed)
        let subject = Subject(
            card: Card.ID(item: Item.ID("Acid-d"), facet: .term),
            item: Item(kind: .definition, text: Prose(plain: "An acid gives protons.")),
            topic: acid,
            neighbours: neighbours)
        guard
            case .choice(let choice) = QuestionMaker.question(
                subject, form: .multipleChoice, using: &generator)?.response
        else { return nil }
        return Set(choice.options.map(\.text))
    }

    static func other(_ term: String, unit: String = "U") -> Topic {
        topic(term, "The meaning of \(term) has nothing in common with \(slug(term)).", unit: unit)
    }

    @Test("are not offered when there are too few")
    func few() {
        #expect(Self.choose([Self.other("Base"), Self.other("Salt")]) == nil)
        #expect(
            Self.choose([Self.other("Base"), Self.other("Salt"), Self.other("Iron")])
                == ["Acid", "Base", "Salt", "Iron"])
    }

    @Test("of the same shape are taken first, and near ones before far ones")
    func shape() {
        let near = ["Base", "Salt", "Iron"].map { Self.other($0) }
        let odd = [Self.other("P-N junctions (two)"), Self.other("Far", unit: "V")]
        for seed in 0..<20 {
            #expect(Self.choose(near + odd, seed: seed) == ["Acid", "Base", "Salt", "Iron"])
        }
    }

    @Test("do not leave the right option the only one of its shape")
    func oddOneOut() {
        let hyphens = ["Semi-metal", "Half-cell", "Co-factor"].map { Self.other($0) }
        #expect(Self.choose(hyphens) == nil)
        #expect(Self.choose(hyphens + [Self.other("Base")])?.contains("Base") == true)
    }
}
