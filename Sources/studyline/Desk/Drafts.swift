import Foundation
import StudyCore

/// Answers that were begun and not finished, by card, in a file beside the store.
///
/// Ctrl-C, a closed window or `:skip` in the middle of a long answer costs nothing: it stands in the line
/// when the card is asked again.
struct Drafts {
    /// One begun answer.
    struct Draft: Codable, Equatable {
        let card: String
        let text: String
    }

    private let url: URL

    init(folder: String) {
        url = URL(fileURLWithPath: folder + "/drafts.json")
    }

    /// How many are kept; the oldest give way.
    private static let most = 50

    /// What was begun for a card; empty when nothing was.
    func text(for card: Card.ID) -> String {
        all.last { $0.card == card.description }?.text ?? ""
    }

    /// Keeps what was begun for a card in place of what was kept before; an empty text keeps nothing.
    func keep(_ text: String, for card: Card.ID) throws(DraftError) {
        let before = all
        var drafts = before.filter { $0.card != card.description }
        if !text.trimmed.isEmpty {
            drafts.append(Draft(card: card.description, text: text))
        }
        guard drafts != before else { return }
        do {
            if drafts.isEmpty { return try FileManager.default.removeItem(at: url) }
            try makePrivateFolder(containing: url.path)
            try Data(JSON.text(Array(drafts.suffix(Self.most))).utf8)
                .write(to: url, options: .atomic)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o600], ofItemAtPath: url.path)
        } catch {
            throw DraftError(path: url.path)
        }
    }

    /// Oldest first; a file that cannot be read has none.
    private var all: [Draft] {
        guard let data = try? Data(contentsOf: url) else { return [] }
        return (try? JSONDecoder().decode([Draft].self, from: data)) ?? []
    }
}

/// A begun answer could not be kept.
struct DraftError: Error, Equatable, CustomStringConvertible {
    let path: String

    var description: String {
        "\(path) cannot be written, so the answer you began is not kept; look at the permissions of its folder and the space on the disk"
    }
}
