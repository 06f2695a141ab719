import StudyContent
import StudyCore

/// The guides of some files, as if they lay in the folder of a class called Media.
func guides(of files: [(path: String, text: String)]) -> [Guide] {
    files.flatMap { load($0.text, path: $0.path).guides }
}

/// What a rule says about some files, as `check` would print it.
func report(_ rule: ContentRule, _ files: [(path: String, text: String)]) -> [String] {
    rule.problems(in: guides(of: files)).map(\.description)
}

/// What a rule says about one file, each line without the file's name.
func report(_ rule: ContentRule, _ text: String, path: String = "guide.md") -> [String] {
    report(rule, [(path, text)]).map { String($0.dropFirst(path.count + 1)) }
}

/// A numbered list, an entry a line.
func list(_ entries: [String]) -> String {
    entries.enumerated().map { "\($0.offset + 1). \($0.element)\n" }.joined()
}

/// A text of so many words.
func words(_ count: Int) -> String {
    (1...count).map { "word\($0)" }.joined(separator: " ")
}
