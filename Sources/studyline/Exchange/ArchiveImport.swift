import Foundation
import StudyCore
import StudyExchange
import StudyStore
import StudyTerminal

/// Takes in what `export json` wrote: settings, guides, history.
///
/// What is here stays: a setting that is set, a guide of the same path. Events keep their identities, so
/// that a second import adds nothing.
struct ArchiveImport {
    let desk: Desk
    let request: ImportRequest
    let path: String

    func run() throws {
        let store = try desk.isAtPrompt ? desk.store : desk.openStore()
        if !request.yes {
            // Tried first, and taken back: nobody is to wait for the store while a person thinks.
            let trial = try look(store)
            try show(trial.plan, trial.received)
            if trial.isNothing { return sayNothing() }
            guard try isWanted() else {
                return say(
                    desk.terminal.isInteractive
                        ? "Nothing was written."
                        : "Nothing was written; --yes writes without asking.")
            }
        }
        let taken: Taken
        do {
            taken = try take(store) { found in
                if request.yes {
                    try show(found.plan, found.received)
                    if found.isNothing { throw Nothing() }
                }
                try write(found.plan)
            }
        } catch is Nothing {
            return sayNothing()
        }
        if !desk.isAtPrompt { try store.close() }
        try finish(taken)
    }

    /// What an archive holds that is not here.
    private struct Taken {
        let plan: ArchivePlan
        let received: Received

        var isNothing: Bool { plan.isNothing && received.isNothing }
    }

    /// Takes a transaction back, for there is nothing in it.
    private struct Nothing: Error {}

    /// Takes a transaction back, with what would be in it.
    private struct Trial: Error {
        let found: Taken
    }

    private func look(_ store: Store) throws -> Taken {
        do {
            return try take(store) { found in throw Trial(found: found) }
        } catch let trial as Trial {
            return trial.found
        }
    }

    /// Reads the archive into the store, all or nothing.
    ///
    /// - Parameters:
    ///   - store: What its history enters.
    ///   - body: Gets what was found, when all is read and can still be taken back by an error.
    /// - Returns: The same.
    /// - Throws: Why it cannot be, or what `body` throws.
    private func take(_ store: Store, _ body: (Taken) throws -> Void) throws -> Taken {
        var plan = ArchivePlan(
            place: desk.importPlace(request.folder), settings: try settings(),
            libraries: desk.contentFolders, results: try practice.past())
        let received = try store.receive { receiver in
            try forEachRecord { record, line in
                do throws(ArchivePlan.Unusable) {
                    try plan.add(record)
                } catch {
                    throw ArchiveError.malformed(line: line, reason: "\(error)")
                }
                try receiver.take(record)
            }
            try body(Taken(plan: plan, received: receiver.received))
        }
        return Taken(plan: plan, received: received)
    }

    private var practice: PracticeFiles { PracticeFiles(folder: desk.locations.data) }

    private func settings() throws -> Set<String> {
        Set(try SettingsFile(path: desk.locations.settings).entries().map(\.name))
    }

    private func forEachRecord(_ body: (ArchiveRecord, Int) throws -> Void) throws {
        let handle: FileHandle
        do {
            handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        } catch {
            throw ImportError.unreadable(file: path, reason: systemReason(error))
        }
        defer { try? handle.close() }
        let size = (try? handle.seekToEnd()) ?? 0
        try handle.seek(toOffset: 0)
        let work = desk.longWork()
        defer { work.end() }
        var done = 0
        var reader = ArchiveReader()
        do {
            while let piece = try handle.read(upToCount: 1 << 18), !piece.isEmpty {
                try reader.read(Array(piece)[...], body)
                done += piece.count
                work.show("Reading the archive", share: done, of: Int(size))
            }
            try reader.finish()
        } catch let error as ArchiveError {
            throw ImportError.refused(source: path, reason: error.description)
        }
    }

    private func show(_ plan: ArchivePlan, _ received: Received) throws {
        if request.format == .json { return print(try JSON.text(ArchiveData(plan, received))) }
        func row(_ name: String, _ new: Int, _ known: Int, _ other: String = "") {
            desk.terminal.writeWrapped(
                StyledText("\(name): \(new) new, \(known) there already\(other)"))
        }
        row(
            "Guide files", plan.files.count, plan.sameFiles,
            plan.otherFiles.isEmpty
                ? "" : ", \(plan.otherFiles.count) with other words, which stay as they are")
        if plan.images.count + plan.knownImages > 0 {
            row("Images", plan.images.count, plan.knownImages)
        }
        row("Texts", received.ledgerLines, received.knownLedgerLines)
        row("Events", received.events, received.knownEvents)
        if received.forecasts + received.knownForecasts > 0 {
            row("Forecasts", received.forecasts, received.knownForecasts)
        }
        if plan.results.count + plan.knownResults > 0 {
            row("Practice tests", plan.results.count, plan.knownResults)
        }
        row("Settings", plan.settings.count, plan.keptSettings)
        for path in plan.otherFiles.prefix(20) {
            desk.terminal.writeWrapped(StyledText("  \(path)", .warning))
        }
    }

    /// Reads the archive again for its images, so that they are never all in memory.
    private func writeImages(_ plan: ArchivePlan) throws {
        try forEachRecord { record, _ in
            guard case .image(let image) = record, let path = plan.images[.init(image)],
                let bytes = Data(base64Encoded: image.base64)
            else { return }
            _ = try SafeFile.create(path, bytes)
        }
    }

    private func isWanted() throws -> Bool {
        try GuideImport(
            desk: desk, request: request, work: desk.longWork()
        ).asks("Take this in? [y/N] ")
    }

    private func write(_ plan: ArchivePlan) throws {
        for file in plan.files {
            let path = plan.path(of: file)
            guard try SafeFile.create(path, file.text) else {
                throw ImportError.unwritable(
                    file: path, reason: "there is a file of that name now; import again")
            }
        }
        if !plan.images.isEmpty { try writeImages(plan) }
        try SafeFile.settle(plan.files.map(plan.path) + plan.images.values)
        if !plan.results.isEmpty { try practice.add(plan.results) }
        let file = SettingsFile(path: desk.locations.settings)
        for setting in plan.settings {
            guard let key = SettingKey(rawValue: setting.name) else { continue }
            try file.write(key, setting.value, className: setting.className)
        }
        if let content = plan.newContent(request.folder) {
            try file.write(
                .content, content.map(absolutePath).joined(separator: ", "), className: nil)
        }
    }

    /// Looks at the guides anew, and gives histories of texts that both sides knew to one item.
    private func finish(_ taken: Taken) throws {
        try desk.readSettings()
        for (item, standing) in try desk.store.twins() {
            try desk.append(.link(item, to: standing))
        }
        say(
            "Added \(Phrases.count(taken.plan.files.count, "guide file")), \(Phrases.count(taken.received.events, "event")) and \(Phrases.count(taken.plan.settings.count, "setting"))."
        )
        if !taken.plan.files.isEmpty { say("The guides are in \(taken.plan.place.folder).") }
    }

    private func sayNothing() { say("Nothing was added: all of it is there already.") }

    private func say(_ text: String) {
        if request.format == .json {
            StandardError.write(text)
        } else {
            desk.terminal.writeWrapped(StyledText(text))
        }
    }
}

extension Receiver {
    /// Takes in what a store holds; settings, files and states are others' affair.
    fileprivate mutating func take(_ record: ArchiveRecord) throws {
        switch record {
        case .text(let line): try take(LedgerRecord(line))
        case .review(let review): try take(Event.review(review))
        case .action(let action): try take(Event.action(action))
        case .intake(let intake): try take(Event.intake(intake))
        case .forecast(let forecast): try take(forecast)
        case .setting, .file, .image, .practice, .state: return
        }
    }
}

/// An import of an archive as JSON.
private struct ArchiveData: Encodable {
    let files: [String]
    let sameFiles: Int
    let otherFiles: [String]
    let images: Int
    let knownImages: Int
    let texts: Int
    let knownTexts: Int
    let events: Int
    let knownEvents: Int
    let forecasts: Int
    let knownForecasts: Int
    let practiceTests: Int
    let knownPracticeTests: Int
    let settings: [String]
    let keptSettings: Int

    init(_ plan: ArchivePlan, _ received: Received) {
        files = plan.files.map(\.path)
        sameFiles = plan.sameFiles
        otherFiles = plan.otherFiles
        images = plan.images.count
        knownImages = plan.knownImages
        texts = received.ledgerLines
        knownTexts = received.knownLedgerLines
        events = received.events
        knownEvents = received.knownEvents
        forecasts = received.forecasts
        knownForecasts = received.knownForecasts
        practiceTests = plan.results.count
        knownPracticeTests = plan.knownResults
        settings = plan.settings.map(\.name)
        keptSettings = plan.keptSettings
    }
}
