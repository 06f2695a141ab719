import Foundation
import StudyCore
import StudyGrading
import Testing

/// A lexicon of a few words in WordNet's own format.
@Suite("Synonyms")
struct WordNetTests {
    /// Writes the files and hands over their folder.
    private func withLexicon(_ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "wordnet-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let head = "  1 This is no synset but the licence.\n"
        let place = "000000\(head.utf8.count)"
        let firm = "\(place) 14 n 02 firm 0 company 0 000 | a business\n"
        let buy = "\(place) 40 v 02 buy 0 purchase 0 000 01 + 08 00 | obtain for money\n"
        let files = [
            ("data.noun", head + firm), ("data.verb", head + buy), ("data.adj", head),
            ("data.adv", head), ("index.adj", head), ("index.adv", head),
            ("index.noun", head + "company n 1 0 1 0 \(place)  \nfirm n 1 0 1 0 \(place)  \n"),
            ("index.verb", head + "buy v 1 0 1 0 \(place)  \npurchase v 1 0 1 0 99999999  \n"),
        ]
        for (name, text) in files {
            try Data(text.utf8).write(to: folder.appending(path: name))
        }
        try body(folder.path)
    }

    private func coverage(_ answer: String, of model: String, _ folder: String?) -> Double {
        let grader = AnswerGrader(wordNet: folder)
        return grader.grade(answer, against: grader.prepare(.init(question: "", answer: model)))
            .points.first?.coverage ?? 0
    }

    @Test("count for a part where a lexicon is installed")
    func synonyms() throws {
        try withLexicon { folder in
            #expect(coverage("Local companies.", of: "Local firms.", nil) == 0.5)
            #expect(coverage("Local companies.", of: "Local firms.", folder) == 0.85)
            #expect(coverage("They purchased it.", of: "They are buying it.", folder) == 0.7)
        }
    }

    @Test("are left out where a file is missing, broken or points nowhere")
    func broken() throws {
        #expect(coverage("Local companies.", of: "Local firms.", "/nowhere") == 0.5)
        try withLexicon { folder in
            #expect(coverage("They buy.", of: "They purchase.", folder) == 0)
            let index = URL(filePath: folder + "/index.noun")
            try Data("firm n 7 x\n\nfirm".utf8).write(to: index)
            #expect(coverage("Local companies.", of: "Local firms.", folder) == 0.5)
            try Data().write(to: index)
            #expect(coverage("Local companies.", of: "Local firms.", folder) == 0.5)
        }
    }
}
