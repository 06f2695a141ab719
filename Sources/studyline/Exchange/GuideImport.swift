import StudyContent
import StudyCore
import StudyExchange
import StudyTerminal

/// How an import is to go.
struct ImportRequest {
    var source: ImportSource
    var options = TextOptions()
    var folder: String?
    /// Write without asking.
    var yes = false
    var format = OutputFormat.text
}

/// Brings drafts into the library: shown, asked for, written, indexed.
struct GuideImport {
    let desk: Desk
    let request: ImportRequest

    /// - Parameter reading: What was read; shown with its report.
    func run(_ reading: TextReading) throws {
        let place = desk.importPlace(request.folder)
        let drafts = try reading.guides.map { draft in
            var draft = draft
            draft.className = draft.className ?? request.options.className
            guard let name = draft.className, !slug(name).isEmpty else { throw ImportError.noClass }
            return draft
        }
        let plan = try ImportPlan(
            drafts, at: place, listName: request.source.stem ?? "terms",
            existing: ExistingGuides(desk, library: place.folder))
        let view = ImportView(desk: desk, request: request)
        try view.show(reading, plan)
        guard !plan.files.isEmpty else { return view.showNothingNew(plan) }
        guard try request.yes || isWanted(plan) else { return view.showNotWritten() }
        try write(plan)
        view.showWritten(plan)
    }

    private func isWanted(_ plan: ImportPlan) throws -> Bool {
        try asks("Write \(Phrases.count(plan.files.count, "file")) to \(plan.place.folder)? [y/N] ")
    }

    /// Whether a person says yes; nobody there says no.
    func asks(_ question: String) throws -> Bool {
        guard desk.terminal.isInteractive, request.format == .text else { return false }
        let request = KeyRequest(
            prompt: StyledText(question, .prompt), keys: ["y", "Y", "n", "N", "\n", "\u{1B}"])
        switch try desk.terminal.readKey(request) {
        case .key(let key): return key == "y" || key == "Y"
        case .interrupt, .end: return false
        case .terminated(let signal): throw Terminated(signal: signal)
        }
    }

    private func write(_ plan: ImportPlan) throws {
        for file in plan.files {
            let path = "\(plan.place.folder)/\(file.path)"
            guard try SafeFile.create(path, file.text) else {
                throw ImportError.unwritable(
                    file: path, reason: "there is a file of that name now; import again")
            }
        }
        if let content = plan.place.newContent {
            let text = content.map(absolutePath).joined(separator: ", ")
            try SettingsFile(path: desk.locations.settings).write(.content, text, className: nil)
            try desk.readSettings()
        } else if desk.contentFolders.contains(plan.place.folder) {
            try desk.reindex()
        }
    }
}
