import Foundation
import StudyExchange

/// What an archive would add beside the history.
struct ArchivePlan {
    let place: ImportPlace
    /// Names of settings that are set here; they stay.
    private let set: Set<String>
    private let libraries: [String]
    private(set) var settings: [ArchiveRecord.Setting] = []
    private(set) var keptSettings = 0
    private(set) var files: [ArchiveRecord.File] = []
    private(set) var sameFiles = 0
    /// Paths that are taken by files with other words.
    private(set) var otherFiles: [String] = []
    /// Where images go that are not here, by what the archive calls them.
    private(set) var images: [ImageKey: String] = [:]
    private(set) var knownImages = 0
    /// Results of practice tests that are not here.
    private(set) var results: [PracticeResult] = []
    private(set) var knownResults = 0
    private let past: [PracticeResult]

    init(
        place: ImportPlace, settings: Set<String>, libraries: [String], results: [PracticeResult]
    ) {
        self.place = place
        set = settings
        self.libraries = libraries
        past = results
    }

    /// A record that cannot be taken in.
    struct Unusable: Error, CustomStringConvertible {
        let description: String
    }

    mutating func add(_ record: ArchiveRecord) throws(Unusable) {
        switch record {
        case .setting(let setting): try add(setting)
        case .file(let file): try add(file)
        case .image(let image): try add(image)
        case .practice(let practice):
            let result = PracticeResult(practice)
            if (past + results).contains(result) {
                knownResults += 1
            } else {
                results.append(result)
            }
        case .text, .review, .action, .intake, .forecast, .state: return
        }
    }

    private mutating func add(_ setting: ArchiveRecord.Setting) throws(Unusable) {
        guard let key = SettingKey(rawValue: setting.name), key != .content,
            setting.className == nil || key == .retention
        else {
            throw Unusable(description: "there is no setting '\(setting.name)'")
        }
        var trial = Settings()
        do {
            try key.set(setting.value, in: &trial)
        } catch {
            throw Unusable(description: error.description)
        }
        if set.contains(SettingsFile.name(key, setting.className)) {
            keptSettings += 1
        } else {
            settings.append(setting)
        }
    }

    private mutating func add(_ file: ArchiveRecord.File) throws(Unusable) {
        guard ArchivePath.isSafe(file.path), (0..<100).contains(file.library) else {
            throw Unusable(
                description: "the file '\(file.path)' would lie outside the library, or is no guide"
            )
        }
        // Whether it is here already, in any library in use or where it would go.
        let texts = (libraries + [folder(of: file.library)]).compactMap {
            LibraryFiles.text(at: "\($0)/\(file.path)")
        }
        if texts.contains(file.text) {
            sameFiles += 1
        } else if texts.isEmpty {
            files.append(file)
        } else {
            otherFiles.append(file.path)
        }
    }

    /// An image, as the archive calls it.
    struct ImageKey: Hashable {
        let library: Int
        let path: String

        init(_ image: ArchiveRecord.Image) {
            library = image.library
            path = image.path
        }
    }

    private mutating func add(_ image: ArchiveRecord.Image) throws(Unusable) {
        guard ArchivePath.isSafe(image.path, ImageName.isImage),
            (0..<100).contains(image.library)
        else {
            throw Unusable(
                description:
                    "the file '\(image.path)' would lie outside the library, or is no image")
        }
        guard Data(base64Encoded: image.base64) != nil else {
            throw Unusable(description: "the image '\(image.path)' is not in Base64")
        }
        let folder = folder(of: image.library)
        if (libraries + [folder]).contains(where: { fileExists("\($0)/\(image.path)") }) {
            knownImages += 1
        } else {
            // Beside the guides of its class, where these are here already.
            let top = image.path.split(separator: "/").first ?? ""
            let home = libraries.first { folderExists("\($0)/\(top)") } ?? folder
            images[ImageKey(image)] = "\(home)/\(image.path)"
        }
    }

    /// The folder of a library of the archive: the first goes to the place itself, others beside it.
    private func folder(of library: Int) -> String {
        library == 0 ? place.folder : "\(place.folder)-\(library + 1)"
    }

    func path(of file: ArchiveRecord.File) -> String { "\(folder(of: file.library))/\(file.path)" }

    /// The libraries as the settings must name them; nil when they do, or when the learner chose a folder.
    func newContent(_ chosen: String?) -> [String]? {
        guard chosen == nil, !files.isEmpty else { return nil }
        let added = Set(files.map(\.library)).sorted().map(folder)
        let all = libraries + added.filter { !libraries.contains($0) }
        return all == libraries ? nil : all
    }

    var isNothing: Bool { files.isEmpty && images.isEmpty && settings.isEmpty && results.isEmpty }
}
