import Foundation
import StudyContent
import StudyExchange
import StudyStore

/// `export json`: everything of the learner, in one file that `import` takes back.
struct ArchiveExport {
    let desk: Desk

    func run(to output: ExportOutput) throws {
        var archive = ArchiveText()
        func write(_ record: ArchiveRecord) throws {
            try output.write(JSON.harmless(try archive.text(of: record)))
        }
        let store = try desk.store
        try output.write(ArchiveText.opening(exported: ISO8601.text(desk.now())))
        for entry in try SettingsFile(path: desk.locations.settings).entries()
        where entry.key != .content {
            try write(
                .setting(
                    .init(
                        name: entry.key.rawValue, value: entry.value, className: entry.className)))
        }
        for (number, folder) in desk.contentFolders.enumerated() {
            try LibraryFiles(folder: folder).forEach { path, text in
                try write(.file(.init(library: number, path: path, text: text)))
            }
        }
        for (number, folder) in desk.contentFolders.enumerated() {
            try LibraryFiles(folder: folder).forEachImage { path, bytes in
                let base64 = bytes.base64EncodedString()
                try write(.image(.init(library: number, path: path, base64: base64)))
            }
        }
        try store.forEachLedgerLine { try write(.text(ArchiveRecord.SeenText($0))) }
        try store.forEachEvent { try write(ArchiveRecord($0)) }
        try store.forEachForecast { try write(.forecast($0)) }
        for result in try PracticeFiles(folder: desk.locations.data).past() {
            try write(.practice(ArchiveRecord.Practice(result)))
        }
        try store.forEachState { try write(.state($0, $1)) }
        try output.write(ArchiveText.closing)
    }
}

extension ArchiveRecord {
    /// Every kind of event has its record: a kind that is forgotten here does not compile.
    init(_ event: Event) {
        switch event {
        case .review(let review): self = .review(review)
        case .action(let action): self = .action(action)
        case .intake(let intake): self = .intake(intake)
        }
    }
}

extension ArchiveRecord.Practice {
    init(_ result: PracticeResult) {
        self.init(
            start: result.start, scope: result.scope, questions: result.questions,
            points: result.points, expected: result.expected)
    }
}

extension PracticeResult {
    init(_ result: ArchiveRecord.Practice) {
        self.init(
            start: result.start, scope: result.scope, questions: result.questions,
            points: result.points, expected: result.expected)
    }
}

extension ArchiveRecord.SeenText {
    init(_ line: LedgerRecord) {
        self.init(
            device: line.device, time: line.time, item: line.item, itemKind: line.kind,
            guide: line.guide, guideExplicitID: line.guideExplicitID, path: line.path,
            ordinal: line.ordinal, fingerprint: line.fingerprint, text: line.text,
            answer: line.answer, holes: line.holes, likeness: line.likeness, changed: line.changed,
            adopts: line.adopts)
    }
}

extension LedgerRecord {
    init(_ line: ArchiveRecord.SeenText) {
        self.init(
            device: line.device, time: line.time, item: line.item, kind: line.itemKind,
            guide: line.guide, guideExplicitID: line.guideExplicitID, path: line.path,
            ordinal: line.ordinal, fingerprint: line.fingerprint, text: line.text,
            answer: line.answer, holes: line.holes, likeness: line.likeness, changed: line.changed,
            adopts: line.adopts)
    }
}
