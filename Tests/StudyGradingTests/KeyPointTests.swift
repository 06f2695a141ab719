import StudyCore
import StudyGrading
import Testing

@Suite("Key points")
struct KeyPointTests {
    @Test(
        "are sentences, list items and clauses that say enough",
        arguments: [
            ("One sentence about radio.", ["One sentence about radio"]),
            (
                "Networks sell time; cinemas sell tickets.",
                ["Networks sell time", "cinemas sell tickets"]
            ),
            ("- Cost\n- Reach of the medium\n- Fit", ["Cost", "Reach of the medium", "Fit"]),
            (
                "Cable firms own local wires, while streaming firms rent server capacity.",
                ["Cable firms own local wires", "while streaming firms rent server capacity"]
            ),
            ("Costs fall, but slowly.", ["Costs fall, but slowly"]),
            ("It costs $1,000.50 in the U.S. today.", ["It costs $1,000.50 in the U.S. today"]),
            (
                "Möbel und Bäume wachsen. Ärzte heilen.",
                ["Möbel und Bäume wachsen", "Ärzte heilen"]
            ),
            ("Yes.", ["Yes"]), ("Both of them.", ["Both of them"]), ("", []), ("…!", []),
        ] as [(String, [String])])
    func points(text: String, points: [String]) {
        let grader = AnswerGrader(wordNet: nil)
        let grade = grader.grade(text, against: grader.prepare(.init(question: "", answer: text)))
        #expect(grade.points.map(\.text) == points)
        #expect(grade.points.allSatisfy { $0.state == .covered })
        for point in grade.points {
            #expect(String(decoding: Array(text.utf8)[point.range], as: UTF8.self) == point.text)
        }
    }
}
