import StudyExchange

/// Imports a text.
struct TextImport {
    let desk: Desk
    let request: ImportRequest

    func run() throws {
        let bytes = try request.source.bytes(limit: textSizeLimit, at: desk)
        guard FileKind(head: bytes) == .text else {
            throw ImportError.refused(
                source: request.source.name,
                reason: "this is no text; save it to a file and name that")
        }
        let reading: TextReading
        do {
            reading = try readText(bytes, request.options)
        } catch {
            throw ImportError.refused(source: request.source.name, reason: error.description)
        }
        try GuideImport(desk: desk, request: request).run(reading)
    }
}
