import StudyContent
import StudyCore
import Testing

@Suite("Front matter")
struct FrontMatterTests {
    private let body = "# Term\n\n## Definition\n\nIt.\n"

    @Test(
        "Keys are read in any case and with any joint",
        arguments: [
            ("Unit: A", "unit: A"),
            ("unit: 5", "unit: 5"),
            ("unit: \"A: b\"", "unit: A: b"),
            ("unit: >\n  A\n  b", "unit: A b"),
            ("unit:", ""), ("unit: ~", ""), ("unit: null", ""), ("unit: \"null\"", "unit: null"),
            ("aliases: a", "aliases: [\"a\"]"),
            ("aliases: [a, 'b, c', 12]", "aliases: [\"a\", \"b, c\", \"12\"]"),
            ("aliases:\n- a\n- b", "aliases: [\"a\", \"b\"]"),
            ("aliases: []", ""),
            ("confused_with: [A b, c-d]", "confused with: [\"a-b\", \"c-d\"]"),
            ("Confused With: A & B", "confused with: [\"a-b\"]"),
            ("# only a comment", ""), ("", ""),
            ("sources: [Smith *et al.*, \"*all*\"]", "sources: [\"Smith *et al.*\", \"*all*\"]"),
        ])
    func keys(yaml: String, line: String) {
        let lines = yaml.isEmpty ? "" : yaml + "\n"
        let outlined = outline(load("---\n\(lines)---\n\(body)")).split(separator: "\n")
        let values = outlined.dropFirst().dropLast().map { $0.drop { $0 == " " } }
        #expect(values == (line.isEmpty ? [] : [line[...]]))
    }

    @Test("Lines are counted from the file's first")
    func lines() {
        let file = load("---\nunit: Ünit\n...\n\n\(body)")
        #expect(file.guides.first?.line == 5)
        #expect(file.guides.first?.items.map(\.line) == [9])
    }

    @Test("A class of its own beats the folder's")
    func ownClass() {
        let guide = onlyGuide("---\nclass: Moore's *Law*\n---\n\(body)")
        #expect(guide?.id.description == "moores-law/term")
        #expect(guide?.className == "Moore's *Law*")
    }

    @Test("A rule at the top of a guide is no front matter")
    func rule() {
        #expect(onlyGuide("---\n\n\(body)")?.line == 3)
    }
}
