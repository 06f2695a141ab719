import Foundation
import StudyContent
import StudyCore
import StudyExchange
import StudyStore
import StudyTerminal

/// Brings a package of Anki into the library: its notes as guides, its images, its history.
struct PackageImport {
    let desk: Desk
    let request: ImportRequest
    private let path: String
    private let name: String
    private let work: LongWork

    init(desk: Desk, request: ImportRequest, path: String) {
        self.desk = desk
        self.request = request
        self.path = path
        name = URL(fileURLWithPath: path).lastPathComponent
        work = desk.longWork()
    }

    func run() throws {
        defer { work.end() }
        let package = try AnkiPackage(path: path)
        let unanswered = Background { [collection = package.collection] in
            try collection.cardsWithoutAnswers()
        }
        var contents = try PackageContents(
            package, fallbackClass: fallbackClass, work: work)
        let place = desk.importPlace(request.folder)
        let existing = try ExistingGuides(desk, library: place.folder)
        var match = try PackageMatch(desk, contents, name: name, existing: existing, work: work)
        var history = PackageHistory()
        if match.hasLinks {
            work.show("Reading answers")
            history = try news(
                in: PackageHistory(
                    contents, package.collection.log(), match, now: desk.now().milliseconds),
                match)
        }
        let view = PackageImportView(desk: desk, request: request, name: name, place: place)
        work.end()
        let summary = try PackageSummary(
            package, contents, match, history, cardsWithoutAnswers: unanswered.value(),
            newImages: missingImages(contents, place).count)
        try view.show(summary)
        guard summary.hasNews else { return view.showNothingNew(summary, history) }
        guard try request.yes || view.isWanted(summary) else { return view.showNotWritten() }

        var unreadable: [AnkiImage] = []
        let intake = try desk.store.growingLog { fold in
            // Before anything comes in, and not after it.
            _ = try desk.store.backUpDaily(now: desk.now())
            let log = Background { [collection = package.collection] in try collection.log() }
            contents.releaseTexts()
            ProcessMemory.giveBack()
            let files = match.releaseFiles()
            let paths = files.map { "\(place.folder)/\($0.path)" }
            let written = try write(files, to: place)
            let settling = Background { try SafeFile.settle(paths) }
            unreadable = try writeImages(contents, package, place)
            if !written.isEmpty { try index(written, in: place) }
            fold()
            try match.findWritten(desk)
            let found = Background { [contents, match, now = desk.now().milliseconds] in
                PackageHistory(contents, try log.value(), match, now: now)
            }
            try desk.store.name(match.names(contents))
            history = try news(in: found.value(), match)
            // The answers to guides outlast a failure of the power no sooner than these.
            try settling.value()
            return try takeUp(history)
        }
        work.end()
        view.showDone(summary, intake: intake, history, unreadable: unreadable)
    }

    private var fallbackClass: String {
        if let name = request.options.className, !slug(name).isEmpty { return name }
        let stem = title(fromName: request.source.stem ?? "")
        return slug(stem).isEmpty ? "Anki" : stem
    }

    // MARK: Writing

    /// Writes the files, and gives them as they were read when they were planned.
    private func write(
        _ files: [PackagePlan.File], to place: ImportPlace
    ) throws -> KnownFiles {
        var written = KnownFiles()
        var rest = files[...]
        while !rest.isEmpty {
            work.show("Writing guides", files.count - rest.count, of: files.count)
            let batch = rest.prefix(Self.filesAtOnce)
            let results = concurrently(batch.count) { index in
                let file = batch[batch.startIndex + index]
                return Result { () throws(ImportError) in
                    let path = "\(place.folder)/\(file.path)"
                    guard try SafeFile.create(path, file.text) else {
                        throw ImportError.unwritable(
                            file: path,
                            reason: "there is a file of that name now; import again")
                    }
                }
            }
            for (file, result) in zip(batch, results) {
                try result.get()
                written.add(file.loaded, saying: file.text)
            }
            rest = rest.dropFirst(batch.count)
        }
        return written
    }

    /// Files that are written between two reports of how far it is.
    private static let filesAtOnce = 64

    private func index(_ written: KnownFiles, in place: ImportPlace) throws {
        work.show("Taking in the new guides")
        if let content = place.newContent {
            let text = content.map(absolutePath).joined(separator: ", ")
            try SettingsFile(path: desk.locations.settings).write(.content, text, className: nil)
            try desk.readSettings()
        } else if !desk.reads(place.folder) {
            return
        }
        try desk.reindex(knowing: written)
    }

    /// Images whose class has a folder in the library, but that are not in it.
    private func missingImages(_ contents: PackageContents, _ place: ImportPlace) -> [AnkiImage] {
        var folders: [String: Bool] = [:]
        return contents.findings.images.filter { image in
            let folder = folder(of: image, in: place)
            if folders[folder] == nil { folders[folder] = folderExists(folder) }
            return folders[folder] == true && !fileExists("\(folder)/media/\(image.file)")
        }.sorted { ($0.className, $0.file) < ($1.className, $1.file) }
    }

    /// The folder of the image's class.
    private func folder(of image: AnkiImage, in place: ImportPlace) -> String {
        "\(place.folder)/\(GuidePath.part(image.className))"
    }

    /// Writes the images that are missing, and gives those that cannot be unpacked: the guides are worth
    /// having without them.
    private func writeImages(
        _ contents: PackageContents, _ package: AnkiPackage, _ place: ImportPlace
    ) throws -> [AnkiImage] {
        let images = missingImages(contents, place)
        var unreadable: [AnkiImage] = []
        for (index, image) in images.enumerated() {
            work.show("Writing images", index, of: images.count)
            let folder = "\(folder(of: image, in: place))/media"
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            // Whole or not at all: half of one would be taken for it by the next import.
            let draft = "\(folder)/.studyline-\(UUID().uuidString)"
            do throws(AnkiPackageError) {
                try package.unpack(media: image.name, to: draft)
            } catch {
                if case .unwritable = error { throw error }
                unreadable.append(image)
                continue
            }
            try FileManager.default.moveItem(atPath: draft, toPath: "\(folder)/\(image.file)")
        }
        return unreadable
    }

    // MARK: History

    /// Leaves out of a history what was answered and marked here already.
    private func news(in history: PackageHistory, _ match: PackageMatch) throws -> PackageHistory {
        if !match.hasOld { return history }
        var history = history
        let store = try desk.store
        try history.dropKnown { card in
            match.isOld(card.item) ? try store.answerTimes(of: card) : []
        } isMarked: { deed, time in
            guard let card = deed.markedCard, match.isOld(card.item) else { return false }
            return try store.actions(on: card).contains {
                $0.deed == deed && (time == nil || $0.time == time)
            }
        }
        return history
    }

    /// The difference to UTC at moments that mostly follow on each other.
    ///
    /// No place on earth ever changed it but at a quarter of an hour.
    private func localOffset() -> (Timestamp) -> Int {
        var last: (quarter: Int64, offset: Int)?
        return { [desk] time in
            let quarter = time.milliseconds / 900_000
            if let last, last.quarter == quarter { return last.offset }
            let offset = desk.clock(at: time).utcOffset
            last = (quarter, offset)
            return offset
        }
    }

    private func takeUp(_ history: PackageHistory) throws -> Intake? {
        guard history.count > 0 else { return nil }
        work.show("Replaying \(Phrases.count(history.answerCount, "answer"))")
        let now = desk.now()
        return try desk.store.takeUp(
            history.events(utcOffset: localOffset()), from: name, at: now,
            utcOffset: desk.clock(at: now).utcOffset)
    }
}

extension Action.Deed {
    /// The card that is marked; nil for all else.
    fileprivate var markedCard: Card.ID? {
        switch self {
        case .suspend(let card), .flag(let card): card
        default: nil
        }
    }
}
