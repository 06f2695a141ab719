import StudyCore
import StudyStore
import StudyTerminal

/// Opens guides in the learner's editor and looks at them again afterwards.
struct Editor {
    let desk: Desk

    /// Opens the file of a card at the card's line.
    func open(_ record: CardRecord) throws {
        guard let guide = record.guide else { throw EditorError.noGuide(record.id.description) }
        try open(guide, line: record.item.line)
    }

    /// Opens the file of a guide.
    func open(_ guide: GuideHead, line: Int) throws {
        try edit(guide.library + "/" + guide.path, line: line)
        try desk.reindex()
    }

    /// Opens any file and waits.
    func edit(_ path: String, line: Int = 1) throws(EditorError) {
        let words = Self.command(variable: environment)
        let program = words.first ?? "vi"
        let status = try? ForegroundProgram.run(words + Self.arguments(program, path, line))
        guard status == 0 else { throw EditorError.failed(program) }
    }

    /// The editor and its own options.
    static func command(variable: (String) -> String?) -> [String] {
        for name in ["VISUAL", "EDITOR"] {
            let words = ForegroundProgram.words(of: variable(name) ?? "")
            if !words.isEmpty { return words }
        }
        return ["vi"]
    }

    /// The file and line as an editor wants them: nearly all know `+LINE FILE`.
    static func arguments(_ program: String, _ path: String, _ line: Int) -> [String] {
        let name = program.split(separator: "/").last.map(String.init) ?? program
        switch name {
        case "code", "codium", "code-insiders": return ["--wait", "--goto", "\(path):\(line)"]
        case "subl", "hx", "helix", "zed": return ["\(path):\(line)"]
        default: return ["+\(line)", path]
        }
    }
}

/// An editor that does not open.
enum EditorError: Error, Equatable, CustomStringConvertible {
    case noGuide(String)
    case failed(String)

    var description: String {
        switch self {
        case .noGuide(let card): "the text of \(card) is in no guide any more"
        case .failed(let program):
            "the editor '\(program)' did not end well; set VISUAL or EDITOR to another"
        }
    }
}
