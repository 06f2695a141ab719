internal import Foundation

/// Writes an archive record by record.
package struct ArchiveText {
    private let encoder = JSONEncoder()
    private var isFirst = true

    package init() {
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    }

    /// What stands before the first record.
    package static func opening(exported: String) -> String {
        "{\"studyline\":\(ArchiveRecord.version),\"exported\":\"\(exported)\",\"records\":[\n"
    }

    /// A record, with what parts it from the one before.
    package mutating func text(of record: ArchiveRecord) throws -> String {
        let text = String(decoding: try encoder.encode(record), as: UTF8.self)
        defer { isFirst = false }
        return (isFirst ? "" : ",\n") + text
    }

    /// What stands behind the last record.
    package static let closing = "\n]}\n"
}
