/// Short lists of texts in one column, joined by the control character made for it.
///
/// Cheaper to read than JSON, and no text of a guide holds that character.
enum TextList {
    private static let separator: Character = "\u{1F}"

    /// Nil when there is nothing in the list.
    static func text(_ list: [String]) -> String? {
        list.isEmpty
            ? nil : list.map { $0.filter { $0 != separator } }.joined(separator: String(separator))
    }

    static func list(_ text: String?) -> [String] {
        guard let text else { return [] }
        return text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
