import ArgumentParser
import StudyCore
import StudyStore
import StudyTerminal

/// What Tab offers at the prompt: commands, then what fits behind each.
struct PromptCompletion {
    let desk: Desk

    /// Most proposals that are listed at once.
    private static let most = 40

    func complete(_ line: String, _ start: String.Index, _ word: String) -> [Completion] {
        let before = line[..<start].split(whereSeparator: \.isWhitespace).map(String.init)
        guard let command = before.first else {
            return matching(Studyline.commandNames + ["quit"], word)
        }
        if word.hasPrefix("-") { return matching(Self.options(of: before), word) }
        if let last = before.last, last == "--form" { return matching(Form.allValueStrings, word) }
        switch command {
        case "quiz", "progress":
            return matching(ScopeWords.fixed, word) + names(word)
        case "read", "guides", "why", "edit", "suspend", "bury", "flag", "history":
            return names(word)
        case "exam":
            return before.count == 1
                ? matching(ExamCommand.subcommandNames, word) : names(word)
        case "config":
            return matching(SettingKey.allCases.map(\.rawValue), word)
        case "completions":
            return matching(["bash", "zsh", "fish"], word)
        case "help":
            return matching(Studyline.commandNames, word)
        default:
            return []
        }
    }

    private func matching(_ words: [String], _ prefix: String) -> [Completion] {
        words.filter { $0.hasPrefix(prefix) }.map { Completion($0) }
    }

    /// Slugs of guides, units and classes that begin as typed.
    private func names(_ prefix: String) -> [Completion] {
        let start = slug(prefix)
        let terms = (try? desk.store.names(beginning: start, limit: Self.most)) ?? []
        let parts = ((try? desk.parts()) ?? []).map { slug($0.name) }.filter { $0.hasPrefix(start) }
        return (terms + parts).map { Completion($0) }
    }

    private static func options(of words: [String]) -> [String] {
        let type = Studyline.named(by: words).type
        guard type != Studyline.self else { return [] }
        // The help screen names every option; a second list would go stale.
        return type.helpMessage().split { !($0.isLetter || $0 == "-") }
            .map(String.init).filter { $0.hasPrefix("--") && $0.count > 2 }
    }
}
