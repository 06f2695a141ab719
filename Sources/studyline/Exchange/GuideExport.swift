import StudyCore
import StudyExchange
import StudyStore

/// Writes the guides of a scope in a format of others.
struct GuideExport {
    let desk: Desk
    let format: ExportFormat
    let scope: Store.Scope

    func run(to output: ExportOutput) throws {
        do {
            for head in try desk.store.guideHeads(in: scope) {
                let guide = try desk.load(head)
                for line in TermLines.lines(of: guide) { try output.write(line + "\n") }
            }
            try output.finish()
        } catch {
            output.abandon()
            throw error
        }
    }
}
