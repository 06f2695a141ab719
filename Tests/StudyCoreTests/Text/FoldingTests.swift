import StudyCore
import Testing

@Suite("Folding")
struct FoldingTests {
    @Test(
        "forgets case, accents and fancy signs",
        arguments: [
            ("", ""), ("CPM", "cpm"), ("Café", "cafe"), ("cafe\u{301}", "cafe"),
            ("Beyoncé's", "beyonce's"), ("Beyoncé\u{2019}s", "beyonce's"), ("Straße", "strasse"),
            ("Smørrebrød", "smorrebrod"), ("Œuvre", "oeuvre"), ("İstanbul", "istanbul"),
            ("Điện ảnh", "dien anh"), ("2007\u{2013}08", "2007-08"), ("a\u{A0}b", "a b"),
            ("\u{201C}reach\u{201D}", "\"reach\""), ("κινηματογράφος", "κινηματογράφος"),
            ("影响者", "影响者"), ("🎬 é", "🎬 e"),
        ])
    func folded(text: String, expected: String) {
        #expect(text.folded == expected)
    }

    @Test(
        "keeps marks that are letters of their own, so that another word stays another word",
        arguments: [("कुल", "कल"), ("が", "か"), ("й", "и"), ("กี", "ก")])
    func marksOfOtherScripts(left: String, right: String) {
        #expect(left.folded != right.folded)
    }

    @Test(
        "makes no difference between composed and decomposed letters",
        arguments: [
            ("é", "e\u{301}"), ("ế", "e\u{302}\u{301}"), ("が", "か\u{3099}"), ("й", "и\u{306}"),
            ("ά", "α\u{301}"), ("각", "\u{1100}\u{1161}\u{11A8}"),
        ])
    func composed(composed: String, decomposed: String) {
        #expect(composed.folded == decomposed.folded)
    }
}
