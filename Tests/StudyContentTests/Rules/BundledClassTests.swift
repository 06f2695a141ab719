import Foundation
import StudyContent
import StudyCore
import Testing

@Suite("The bundled class")
struct BundledClassTests {
    private let folder: URL
    private let files: [LoadedFile]
    private var guides: [Guide] { files.flatMap(\.guides) }

    init() {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        folder = root.appending(path: "content")
        files = loadLibrary(at: LibraryFolder(path: folder.path(percentEncoded: false)))
    }

    @Test("Eighty guides stand in nine units, a folder each")
    func units() {
        let counts = Dictionary(grouping: guides) { $0.unit ?? "none" }.mapValues(\.count)
        #expect(
            counts == [
                "How media markets work": 10,
                "Revenue models": 10,
                "Audiences and measurement": 11,
                "Advertising markets": 12,
                "Creators and influencers": 9,
                "Film and television production": 10,
                "Distribution, cable and streaming": 7,
                "Rights and music": 5,
                "US law and policy": 6,
            ])
        #expect(guides.count == 80)
        #expect(Set(guides.map(\.className)) == ["Media Business"])
        for guide in guides {
            #expect(
                guide.path == "media-business/\(slug(guide.unit ?? ""))/\(guide.id.termSlug).md")
        }
    }

    @Test("Nothing is wrong with it, not even a note")
    func clean() {
        let problems = files.flatMap(\.problems) + problems(across: guides)
        #expect(problems.map(\.description) == [])
    }

    @Test("A guide has a definition, five facts and three questions")
    func shape() {
        let wrong = guides.filter {
            $0.items.map(\.kind)
                != [.definition] + Array(repeating: .fact, count: 5)
                + Array(repeating: .question, count: 3)
        }
        #expect(wrong.map(\.path) == [])
    }

    @Test("Definitions, facts and answers keep to their length")
    func lengths() {
        var wrong: [String] = []
        for guide in guides {
            for item in guide.items {
                let words = wordCount((item.answer ?? item.text).plain)
                let allowed =
                    switch item.kind {
                    case .definition: 1...60
                    case .fact: 12...35
                    case .question: 50...110
                    case .cloze: 0...0
                    }
                if !allowed.contains(words) {
                    wrong.append(
                        "\(guide.path):\(item.line): \(item.kind.rawValue) of \(words) words")
                }
            }
        }
        #expect(wrong == [])
    }

    @Test("No sentence stands in two guides, questions included")
    func sentencesOnce() {
        var places: [NormalisedText: Set<String>] = [:]
        for guide in guides {
            for text in guide.items.flatMap({ [$0.text, $0.answer].compactMap(\.self) }) {
                for sentence in sentences(in: text.plain) {
                    places[NormalisedText(sentence), default: []].insert(guide.path)
                }
            }
        }
        #expect(places.count > 1500)
        #expect(places.values.filter { $0.count > 1 } == [])
    }

    @Test("Every guide names its sources, and terms it is confused with")
    func relations() {
        #expect(guides.filter { $0.sources.isEmpty || $0.confusedWith.isEmpty }.map(\.path) == [])
    }

    @Test("The two guides that the page for authors shows are as it says")
    func shownGuides() throws {
        let page = try String(
            contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
        let shown = page.components(separatedBy: "```markdown\n").dropFirst().prefix(2)
            .compactMap { $0.components(separatedBy: "```\n").first }
        let loaded = zip(["churn-rate.md", "embargo.md"], shown).map { load($1, path: $0) }
        #expect(loaded.flatMap(\.guides).map(\.term) == ["Churn rate", "Embargo"])
        let found = loaded.flatMap(\.problems) + problems(across: loaded.flatMap(\.guides))
        #expect(
            found.map(\.description)
                == ["exclusive", "off-the-record"].map {
                    "embargo.md:1:1: warning: '\($0)' of 'confused-with' is no guide of Journalism; write its guide or remove it"
                })
    }
}
