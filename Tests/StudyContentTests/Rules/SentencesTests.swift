import StudyContent
import Testing

@Suite("Sentences")
struct SentencesTests {
    @Test(
        "A text comes apart at the ends of its sentences and nowhere else",
        arguments: [
            ("", []),
            (" \n ", []),
            ("No stop at all", ["No stop at all"]),
            ("One. Two? Three! Four", ["One.", "Two?", "Three!", "Four"]),
            (
                "It is \"paid.\" (Or not.) Really?! Yes…",
                ["It is \"paid.\"", "(Or not.)", "Really?!", "Yes…"]
            ),
            ("A line\nand another. One", ["A line", "and another.", "One"]),
            (
                "It rose by 3.5 to 13.1 cents. 2.4 is less.",
                ["It rose by 3.5 to 13.1 cents.", "2.4 is less."]
            ),
            ("It cost $5. Then $6.", ["It cost $5.", "Then $6."]),
            (
                "The U.S. Congress sat at 3 p.m. Eastern time.",
                ["The U.S. Congress sat at 3 p.m. Eastern time."]
            ),
            (
                "It was sold in the U.S. The rest stayed.",
                ["It was sold in the U.S.", "The rest stayed."]
            ),
            ("Some, e.g. Netflix, i.e. the big ones.", ["Some, e.g. Netflix, i.e. the big ones."]),
            (
                "It is No. 5 on the list. He said no. Five left.",
                ["It is No. 5 on the list.", "He said no.", "Five left."]
            ),
            (
                "In Campbell v. Acuff-Rose and Sony vs. Universal.",
                ["In Campbell v. Acuff-Rose and Sony vs. Universal."]
            ),
            (
                "Warner Bros. Discovery is one. Warner Bros. It is gone.",
                ["Warner Bros. Discovery is one.", "Warner Bros.", "It is gone."]
            ),
            (
                "By J. R. Smith and Dr. Jones. Not I. They did.",
                ["By J. R. Smith and Dr. Jones.", "Not I.", "They did."]
            ),
            (
                "Time, Inc. sold it. Visits to example.com. Readers pay.",
                ["Time, Inc. sold it.", "Visits to example.com.", "Readers pay."]
            ),
            ("Élan zählt. Ältere nicht.", ["Élan zählt.", "Ältere nicht."]),
            ("これは文です。次の文です。", ["これは文です。", "次の文です。"]),
            ("? ! ...", ["? ! ..."]),
        ])
    func split(text: String, expected: [String]) {
        #expect(sentences(in: text) == expected)
    }
}
