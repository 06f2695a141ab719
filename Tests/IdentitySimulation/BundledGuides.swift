package import Foundation
import StudyCore

extension SimulatedLibrary {
    /// The bundled guides, read just well enough for the simulation; empty when there are none.
    ///
    /// The last fact and the last question of each are held back as strangers.
    package static func bundled(in folder: URL = contentFolder) -> SimulatedLibrary {
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap {
            $0 as? String
        }
        let guides = (files ?? []).filter { $0.hasSuffix(".md") }.sorted().compactMap { file in
            (try? String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
                .flatMap { SimulatedGuide(markdown: $0, path: file) }
        }
        return SimulatedLibrary(guides)
    }

    package static let contentFolder = (0..<3)
        .reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        .appendingPathComponent("content")
}

extension SimulatedGuide {
    /// Reads a guide in the form of the bundled ones: `## Definition`, `1. fact`, `- question`
    /// with `  - answer`; nil when it lacks any of these.
    fileprivate init?(markdown: String, path: String) {
        var term: String?
        var section = ""
        var definition = ""
        var facts: [SimulatedItem] = []
        var questions: [SimulatedItem] = []
        for line in markdown.split(whereSeparator: \.isNewline).map(String.init) {
            if line.hasPrefix("# ") {
                term = String(line.dropFirst(2))
            } else if line.hasPrefix("## ") {
                section = line.lowercased()
            } else if section.contains("definition") {
                definition += line + " "
            } else if section.contains("facts"), line.first?.isNumber == true,
                let dot = line.firstIndex(of: ".")
            {
                let text = line[line.index(after: dot)...].drop { $0 == " " }
                facts.append(SimulatedItem(truths: [], kind: .fact, text: String(text)))
            } else if section.contains("questions"), line.hasPrefix("- ") {
                let text = String(line.dropFirst(2))
                questions.append(SimulatedItem(truths: [], kind: .question, text: text, answer: ""))
            } else if section.contains("questions"), !questions.isEmpty {
                questions[questions.count - 1].answer? += line.drop { " -".contains($0) } + " "
            }
        }
        questions.removeAll { $0.answer == "" }
        guard let term, !definition.isEmpty, facts.count > 1, questions.count > 1 else {
            return nil
        }
        self.init(
            className: String(path.prefix { $0 != "/" }), term: term, path: path,
            items: [SimulatedItem(truths: [], kind: .definition, text: definition)]
                + facts.dropLast() + questions.dropLast(),
            strangers: [facts[facts.count - 1], questions[questions.count - 1]])
    }
}
