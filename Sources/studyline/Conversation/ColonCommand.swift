/// What can be said inside a question, on a line that begins with a colon.
enum ColonCommand: String, CaseIterable {
    case hint, skip, undo, why, edit, flag, bury, suspend, quit, help

    /// Reads a line such as `:hint`; the beginning of a name is enough where it is one name's only.
    init?(_ line: String) {
        guard line.hasPrefix(":") else { return nil }
        let name = line.dropFirst().prefix { !$0.isWhitespace }.lowercased()
        if let exact = Self(rawValue: name) {
            self = exact
            return
        }
        let possible = Self.beginning(name)
        guard possible.count == 1 else { return nil }
        self = possible[0]
    }

    private static func beginning(_ name: String) -> [Self] {
        name.isEmpty ? [] : allCases.filter { $0.rawValue.hasPrefix(name) }
    }

    /// What to say of a line that begins with a colon and is no command.
    static func advice(_ line: String) -> String {
        let name = line.dropFirst().prefix { !$0.isWhitespace }
        let possible = beginning(name.lowercased()).map { ":\($0.rawValue)" }
        let reason =
            possible.isEmpty
            ? "There is no command ':\(name)'; :help lists them."
            : "':\(name)' may be \(possible.joined(separator: " or "))."
        return "\(reason) To answer with a colon first, type a space before it."
    }

    var meaning: String {
        switch self {
        case .hint: "show a little of the answer; the rating suggested gets lower"
        case .skip: "leave this question; the card stays due"
        case .undo: "take the last answer back and ask it again"
        case .why: "why this card comes now, and what each rating would do"
        case .edit: "open the guide in your editor at this line"
        case .flag: "mark the card to look at later, or unmark it"
        case .bury: "hide the card until tomorrow"
        case .suspend: "never ask the card until you resume it"
        case .quit: "leave the quiz; every answer is saved"
        case .help: "list these commands"
        }
    }
}
