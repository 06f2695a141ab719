import StudyExchange
import StudyTerminal

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
        let work = desk.longWork()
        work.expect("Reading the text", isLong: bytes.count > 1 << 20)
        defer { work.end() }
        let reading: TextReading
        do {
            reading = try readText(bytes, request.options)
        } catch {
            throw ImportError.refused(source: request.source.name, reason: error.description)
        }
        work.end()
        try GuideImport(desk: desk, request: request, work: work).run(reading)
    }
}
