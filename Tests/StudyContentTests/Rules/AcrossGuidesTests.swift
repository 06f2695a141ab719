import StudyContent
import StudyCore
import Testing

@Suite("Rules across guides")
struct AcrossGuidesTests {
    private func definition(_ text: String) -> String { "\n## Definition\n\n\(text)\n" }

    @Test("Two guides of one term name each other")
    func duplicateGuides() {
        #expect(
            report(
                .duplicateGuides,
                [
                    ("a.md", "# Term\n" + definition("A.")),
                    ("b.md", "\n# TERM\n" + definition("B.")),
                    ("c.md", "---\nclass: Other\n---\n# Term\n" + definition("C.")),
                ]) == [
                    "b.md:2:1: error: 'media/term' is a guide already, in a.md:1; join the two or rename one"
                ])
    }

    @Test("An id that was given twice stays with the first")
    func duplicateIDs() {
        let files = [
            ("a.md", "# A {#x}\n" + definition("One. {#y}")),
            ("b.md", "# B {#y}\n" + definition("Two. {#x}") + "\n## Facts\n\n- Z {#z}\n"),
        ]
        #expect(
            report(.duplicateIDs, files) == [
                "b.md:1:1: error: the id 'y' is taken by a.md:5, which keeps it; choose another one here",
                "b.md:5:1: error: the id 'x' is taken by a.md:1, which keeps it; choose another one here",
            ])
        let kept = keepingFirstExplicitIDs(guides(of: files))
        #expect(kept.map(\.explicitID) == ["x", nil])
        #expect(kept.map { $0.items.map(\.explicitID) } == [["y"], [nil, "z"]])
    }

    @Test("A fact that stands twice in a guide is reported")
    func duplicateItems() {
        #expect(
            report(
                .duplicateItems,
                [
                    (
                        "a.md",
                        "# A\n" + definition("One.") + "\n## Facts\n\n- Two\n- *two*\n- One!\n"
                    ),
                    ("b.md", "# B\n" + definition("One.")),
                ]) == ["a.md:10:1: warning: line 9 says the same; remove one of them"])
    }

    @Test("An unknown term is reported, with the one that was meant")
    func unknownTerms() {
        let matter = "---\nconfused-with: [macro-influencr, Nano-influencer, tax, A]\n---\n"
        #expect(
            report(
                .unknownTerms,
                [
                    ("a.md", matter + "# A\n" + definition("One.")),
                    ("b.md", "# Macro-influencer\n" + definition("Two.")),
                    ("c.md", "# Nano influencer\n" + definition("Three.")),
                ])
                == [
                    "a.md:1:1: warning: 'macro-influencr' of 'confused-with' is no guide of Media; did you mean 'macro-influencer'?",
                    "a.md:1:1: warning: 'tax' of 'confused-with' is no guide of Media; write its guide or remove it",
                    "a.md:1:1: warning: the guide says it is confused with itself; remove 'a'",
                ])
    }

    @Test("One file is checked without the rules that need the rest of its class")
    func oneFile() {
        let text = "---\nconfused-with: [tax]\n---\n# A\n\n## Facts\n\n- It is needless to say.\n"
        let own = [
            "a.md:8:1: warning: 'A' has 1 key fact; write 3 to 7, five at best",
            "a.md:8:1: warning: 'needless to say' says nothing; leave it out or say what is meant",
        ]
        let file = guides(of: [("a.md", text)])
        #expect(problems(across: file, isWholeLibrary: false).map(\.description) == own)
        #expect(
            problems(across: file).map(\.description) == [
                "a.md:1:1: warning: 'tax' of 'confused-with' is no guide of Media; write its guide or remove it"
            ] + own)
    }
}
