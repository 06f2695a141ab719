import StudyCore
import Testing

@Suite("Word forms")
struct WordFormTests {
    @Test(
        "takes singular, plural and possessive for the same word",
        arguments: [
            ["influencer", "influencers", "influencer's", "influencers'"],
            ["company", "companies", "company's"], ["movie", "movies"], ["cookie", "cookies"],
            ["selfie", "selfies"], ["cache", "caches"], ["niche", "niches"], ["match", "matches"],
            ["brush", "brushes"], ["box", "boxes"], ["axe", "axes"], ["prize", "prizes"],
            ["class", "classes"], ["house", "houses"],
            ["license", "licenses"], ["bus", "buses"], ["bonus", "bonuses"], ["virus", "viruses"],
            ["hero", "heroes"], ["video", "videos"], ["shoe", "shoes"], ["bias", "biases"],
            ["lens", "lenses"], ["alias", "aliases"], ["analysis", "analyses"],
            ["crisis", "crises"], ["ad", "ads"], ["tv", "tvs"], ["cpm", "cpms"], ["tie", "ties"],
            ["series", "serie"], ["economy", "economies"], ["idea", "ideas"], ["boss", "boss's"],
        ])
    func sameWord(forms: [String]) {
        #expect(Set(forms.map(WordForm.singular)).count == 1, "\(forms.map(WordForm.singular))")
    }

    @Test(
        "keeps different words apart",
        arguments: [
            ("car", "care"), ("plan", "plane"), ("rat", "rate"), ("new", "news"), ("pas", "pass"),
            ("macro", "micro"), ("cpc", "cpm"), ("ad", "add"), ("media", "medium"), ("a", "as"),
        ])
    func differentWords(left: String, right: String) {
        #expect(WordForm.singular(left) != WordForm.singular(right))
    }

    @Test("takes a text apart into folded words, compounds at their hyphens")
    func words() {
        #expect(
            WordForm.words(of: "Micro\u{2011}influencers\u{2019} P&A, at $5.00 (44.8%)")
                == ["micro", "influencer", "p&a", "at", "$5.00", "44.8%"])
    }
}

@Suite("Stop words")
struct StopWordsTests {
    @Test(
        "carry grammar and no matter",
        arguments: ["the", "of", "approximately", "doesn't", "can't", "won't", "that's", "they're"])
    func isStopWord(word: String) {
        #expect(StopWords.contains(word))
    }

    @Test("are no words of matter", arguments: ["audience", "nielsen's", "ad", "1948", ""])
    func isNone(word: String) {
        #expect(!StopWords.contains(word))
    }
}
