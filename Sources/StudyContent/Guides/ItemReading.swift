/// Sentences that several readers of items say.
enum ItemReading {
    static func tooLong(limit: Int) -> String {
        "the text is longer than \(limit) bytes; split it into several items"
    }

    static let malformedID =
        "the id in braces is not used; write '{#name}' with letters, digits, '.', '_', ':' and '-'"
}
