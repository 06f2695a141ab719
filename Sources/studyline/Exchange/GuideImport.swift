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
    /// How far it is, for those who watch.
    let work: LongWork

    /// Shows what was read, and writes it when it is wanted.
    func run(_ reading: TextReading) throws {
        let place = desk.importPlace(request.folder)
        let drafts = try named(reading)
        let plan = try ImportPlan(
            drafts, at: place, listName: request.source.stem ?? "terms",
            existing: ExistingGuides(desk, library: place.folder))
        let view = ImportView(desk: desk, request: request)
        try view.show(reading, plan)
        guard !plan.files.isEmpty else { return view.showNothingNew(plan) }
        guard try request.yes || isWanted(plan) else { return view.showNotWritten() }
        try write(plan)
        work.end()
        view.showWritten(plan)
    }

    /// The drafts with a class and a term each; what the text does not say is asked for.
    private func named(_ reading: TextReading) throws -> [DraftGuide] {
        var className = request.options.className
        return try reading.guides.map { draft in
            var draft = draft
            if draft.term.isEmpty {
                let words =
                    (draft.definition ?? draft.facts.first).map {
                        ": '\($0.prefix(60))\($0.count > 60 ? "…" : "")'"
                    } ?? ""
                guard let term = try answer("A page has no heading\(words)", "Its term: ")
                else {
                    throw ImportError.noTerm
                }
                draft.term = term
            }
            if draft.className == nil {
                className = try className ?? answer("The text names no class.", "Its class: ")
                guard let className else { throw ImportError.noClass }
                draft.className = className
            }
            return draft
        }
    }

    /// What a person answers; nil for nothing that a name can be made of, or when nobody is there.
    private func answer(_ words: String, _ prompt: String) throws -> String? {
        guard desk.terminal.isInteractive, request.format == .text else { return nil }
        desk.terminal.writeWrapped(StyledText(words))
        switch try desk.terminal.readLine(LineRequest(prompt: StyledText(prompt, .prompt))) {
        case .line(let line): return slug(line).isEmpty ? nil : line.trimmed
        case .interrupt, .end, .key: throw ImportError.interrupted
        case .terminated(let signal): throw Terminated(signal: signal)
        }
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
        for (index, file) in plan.files.enumerated() {
            work.show("Writing guides", index, of: plan.files.count)
            let path = "\(plan.place.folder)/\(file.path)"
            guard try SafeFile.create(path, file.text) else {
                throw ImportError.unwritable(
                    file: path, reason: "there is a file of that name now; import again")
            }
        }
        try SafeFile.settle(plan.files.map { "\(plan.place.folder)/\($0.path)" })
        work.show("Taking in the new guides")
        if let content = plan.place.newContent {
            let text = content.map(absolutePath).joined(separator: ", ")
            try SettingsFile(path: desk.locations.settings).write(.content, text, className: nil)
            try desk.readSettings()
        } else if desk.reads(plan.place.folder) {
            try desk.reindex()
        }
    }
}
