import FSRS
import StudyCore
import Testing

@Suite("Gaps")
struct ClozeTests {
    struct Row: CustomTestStringConvertible {
        let term: String
        let text: String
        let gaps: [String]
        var testDescription: String { text }

        init(_ term: String, _ text: String, _ gaps: [String]) {
            self.term = term
            self.text = text
            self.gaps = gaps
        }
    }

    @Test(
        "are the telling words and figures, the most telling first",
        arguments: [
            Row("Ad", "", []), Row("Ad", "It is what it is.", []),
            Row(
                "CPM", "A click costs $5.00 on Instagram.",
                ["$5.00", "Instagram", "click", "costs"]),
            Row("Reach", "It rose 44.8% in 2007-08.", ["44.8%", "2007-08"]),
            Row("Tier", "It has 1,000-100,000 fans.", ["1,000-100,000"]),
            Row("Tier", "It has 1,000\u{2013}100,000 fans.", ["1,000", "100,000"]),
            Row("Film", "The U.S. pays for P&A.", ["U.S", "P&A"]),
            Row(
                "Film", "It took $40 million from New York Times readers.",
                ["$40 million", "New York Times", "readers"]),
            Row(
                "Film", "It was sold to Warner Bros. Discovery in May 2022.",
                ["2022", "Warner Bros", "Discovery"]),
            Row(
                "Micro-influencer", "Micro-influencers rival microinfluencers widely.",
                [
                    "widely", "rival",
                ]),
            Row("Influencer", "Each influencer-led show is sponsored.", ["sponsored"]),
            Row("Market", "A so-called long-tail niche", ["long-tail", "niche"]),
            Row("Market", "Viewers watch; a viewer buys.", ["watch"]),
            Row("Price", "It costs $5 for 5 users and 1,000 or 1000 fans.", ["costs", "users"]),
            Row("Law", "It doesn't approximately apply.", ["apply"]),
            Row(
                "Law", "\u{201C}Nobody\u{201D} said. \u{201C}Congress\u{201D} passed it.",
                [
                    "Congress", "passed",
                ]),
            Row(
                "Survey", "Goldhaber\u{2019}s essay was Nielsen's.",
                ["Nielsen", "Goldhaber", "essay"]),
            Row("Embargo", "It ends at 06:00 UTC.", ["06:00", "UTC"]),
            Row("网红", "粉丝有1000人。", ["1000"]),
            Row(
                "Реклама", "Аудитория смотрит рекламу 🎬 дома.", ["Аудитория", "смотрит", "рекламу"]),
        ])
    func gaps(row: Row) {
        let gaps = Cloze.gaps(in: row.text, besides: TermNames(term: row.term, aliases: []))
        #expect(gaps.map(\.text) == row.gaps)
    }

    static let facts = [
        "Beyoncé earned €44.8 million in 2023 — 12% more than in 2022 — from 1,000-seat halls.",
        "Micro-influencers usually have between 10,000 and 100,000 followers on Instagram.",
        "The U.S. Congress passed the Telecommunications Act in 1996; it doesn't cap P&A costs.",
        "In 2007-08 writers’ strikes cost California $2.1 billion, so 🎬 studios paid.",
        "微型网红的粉丝有10000人，互动率高。", "A creator/influencer keeps 55% of revenue, and/or fees.",
        "Cafe\u{301}s and cafés are the same café; résumés differ.",
    ]

    @Test("never give themselves away, and never ask for grammar or the term", arguments: facts)
    func laws(fact: String) throws {
        let names = TermNames(term: "Micro-influencer", aliases: ["creator", "Cost"])
        let own = Set(names.names.flatMap(WordForm.words(of:)))
        for gap in Cloze.gaps(in: fact, besides: names) {
            let bytes = Array(fact.utf8)
            #expect(String(decoding: bytes[gap.range], as: UTF8.self) == gap.text)
            #expect(!StopWords.contains(gap.text.folded))
            let words = WordForm.words(of: gap.text)
            #expect(own.isDisjoint(with: words))
            let rest =
                String(decoding: bytes[..<gap.range.lowerBound], as: UTF8.self) + " _____ "
                + String(decoding: bytes[gap.range.upperBound...], as: UTF8.self)
            #expect(Set(WordForm.words(of: rest)).isDisjoint(with: words), "\(gap.text)")
        }
    }

    @Test("are the same for the same seed", arguments: facts)
    func seeds(fact: String) {
        let subject = Subject(
            card: Card.ID(item: Item.ID("i"), facet: .fact),
            item: Item(kind: .fact, text: Prose(plain: fact)),
            topic: Topic(guide: Guide.ID(classSlug: "c", termSlug: "reach"), term: "Reach"))
        var chosen: Set<Question?> = []
        for seed in UInt64(0)..<30 {
            var first = SeededGenerator(seed: seed)
            var second = SeededGenerator(seed: seed)
            let question = QuestionMaker.question(subject, form: .cloze, using: &first)
            #expect(question == QuestionMaker.question(subject, form: .cloze, using: &second))
            chosen.insert(question)
        }
        #expect(chosen.count > 1 || Cloze.gaps(in: fact, besides: subject.names).count == 1)
    }
}
