import Foundation
import Testing

/// A guide is studied with the program, its file is edited, and the program is asked what it knows.
@Suite("Histories and edited guides")
struct EditedGuideTests {
    static let guides = [
        "media-business/creators-and-influencers/micro-influencer.md",
        "media-business/audiences-and-measurement/engagement-rate.md",
    ]

    @Test("Every card keeps its history through every edit", arguments: guides, GuideEdit.all)
    func kept(path: String, edit: GuideEdit) throws {
        let workplace = try Workplace(guides: false)
        let guide = try EditableGuide(bundled: path)
        // Other guides stand beside it, some of them on much the same things.
        let unit = String(
            path.prefix { $0 != "." }.split(separator: "/").dropLast().joined(separator: "/"))
        try FileManager.default.createDirectory(
            at: workplace.file("guides/media-business"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: EditableGuide.bundle.appending(path: unit), to: workplace.file("guides/" + unit))
        try workplace.write(guide.markdown, to: "guides/" + path)
        try workplace.study(guide)
        let before = try workplace.told(of: guide.name)
        #expect(before.count == guide.origins.count)
        #expect(before.allSatisfy { $0.history.count == 1 })
        #expect(Set(before.flatMap(\.history).map(\.id)).count == before.count)

        var old = [guide]
        for state in edit.steps(guide) {
            for gone in old {
                try FileManager.default.removeItem(at: workplace.file("guides/" + gone.path))
            }
            for now in state { try workplace.write(now.markdown, to: "guides/" + now.path) }
            _ = try workplace.told(of: state[0].name)
            old = state
        }

        let after = try workplace.told(of: old[0].name)
        // Both cards of the definition were the definition; of the others each was one item.
        let places = old[0].origins.enumerated().map { place, origin in
            origin.map { place == 0 ? 0 : $0 + 1 }
        }
        #expect(after.map(\.history) == places.map { $0.map { before[$0].history } ?? [] })
        #expect(
            zip(after, places).allSatisfy { card, place in
                place.map { card.card == before[$0].card } ?? !before.map(\.card).contains(
                    card.card)
            })
        // A copy begins without history.
        for copy in old.dropFirst() {
            #expect(try workplace.told(of: copy.name).allSatisfy(\.history.isEmpty))
        }
        // What is gone is not forgotten.
        for place in Set(before.indices).subtracting(places.compactMap(\.self)) {
            #expect(
                try workplace.told(of: before[place].card).map(\.history) == [before[place].history]
            )
        }
        #expect(try workplace.diagnosis() == Workplace.healthy)
    }
}

extension Workplace {
    /// Answers every card of a guide once.
    fileprivate func study(_ guide: EditableGuide) throws {
        let input = guide.origins.indices.map { "answer \($0)\n\($0 % 3 + 2)\n" }.joined()
        let result = try run(
            ["quiz", guide.name, "--all", "--form", "flashcard", "--seed", "1"], input: input)
        guard result.status == 0 else { throw Failed(result: result) }
    }

    /// What `why` tells of a card, or of each card of a guide.
    fileprivate func told(of name: String) throws -> [ToldCard] {
        let result = try run(["why", name, "--format", "json"])
        guard result.status == 0 else { throw Failed(result: result) }
        return try JSONDecoder().decode([ToldCard].self, from: Data(result.output.utf8))
    }

    struct Failed: Error {
        let result: Result
    }
}

/// A card as `why --format json` tells it.
private struct ToldCard: Decodable {
    struct Answer: Decodable, Equatable {
        let id: String
        let card: String
        let form: String
        let rating: Int
        let time: String
        let answer: String
        let undone: Bool
    }

    let card: String
    let history: [Answer]
}
