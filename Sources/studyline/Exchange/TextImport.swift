import StudyExchange

/// Imports a text.
struct TextImport {
    let desk: Desk
    let request: ImportRequest

    func run() throws {
        let bytes = try request.source.bytes(limit: textSizeLimit, at: desk)
        let reading: TextReading
        do {
            reading = try readText(bytes, request.options)
        } catch {
            throw ImportError.refused(source: request.source.name, reason: error.description)
        }
        try GuideImport(desk: desk, request: request).run(reading)
    }
}
