internal import Foundation

/// An archive that cannot be read.
package enum ArchiveError: Error, Hashable, CustomStringConvertible {
    case notAnArchive
    case newer(version: Int)
    case malformed(line: Int, reason: String)
    case recordTooLong(line: Int)
    case ends

    package var description: String {
        switch self {
        case .notAnArchive: "this is no export of Studyline"
        case .newer(let version):
            "this export has version \(version), and this program reads up to \(ArchiveRecord.version); use a newer Studyline"
        case .malformed(let line, let reason): "line \(line): \(reason)"
        case .recordTooLong(let line):
            "line \(line): a record is longer than \(ArchiveReader.longestRecord >> 20) MB"
        case .ends: "the file ends in the middle; the export was not finished"
        }
    }
}

/// Reads an archive piece by piece, so that none is too big for memory.
///
/// However it is laid out: records are found by their braces.
package struct ArchiveReader {
    static let longestRecord = 48 << 20

    private let decoder = JSONDecoder()
    private var depth = 0
    private var isInText = false
    private var isEscaped = false
    private var line = 1
    private var record: [UInt8] = []
    private var recordLine = 1
    private var opening: [UInt8] = []
    private var isVersionKnown = false
    /// Whether the outermost brace is closed.
    private var isComplete = false

    package init() {}

    /// Reads the next piece, and hands over each record that ends in it, with its line from 1.
    package mutating func read(
        _ piece: ArraySlice<UInt8>, _ body: (ArchiveRecord, Int) throws -> Void
    ) throws {
        for byte in piece {
            if byte == UInt8(ascii: "\n") { line += 1 }
            if depth >= 3 { record.append(byte) }
            if isInText {
                readText(byte)
            } else {
                try readSign(byte, body)
            }
            if record.count > Self.longestRecord {
                throw ArchiveError.recordTooLong(line: recordLine)
            }
            if !isVersionKnown, depth < 3 {
                opening.append(byte)
                guard opening.count < 4096 else { throw ArchiveError.notAnArchive }
            }
        }
    }

    /// To be called at the end of the file.
    package func finish() throws {
        guard isComplete else { throw ArchiveError.ends }
    }

    private mutating func readText(_ byte: UInt8) {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
            isInText = false
        }
    }

    private mutating func readSign(
        _ byte: UInt8, _ body: (ArchiveRecord, Int) throws -> Void
    ) throws {
        switch byte {
        case UInt8(ascii: "\""): isInText = true
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            depth += 1
            if depth == 3 {
                try checkVersion()
                record = [byte]
                recordLine = line
            }
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            depth -= 1
            guard depth >= 0 else { throw ArchiveError.notAnArchive }
            if depth == 2 { try endRecord(body) }
            if depth == 0 {
                try checkVersion()
                isComplete = true
            }
        default: break
        }
    }

    private mutating func checkVersion() throws {
        guard !isVersionKnown else { return }
        let text = String(decoding: opening, as: UTF8.self).filter { !$0.isWhitespace }
        guard text.hasPrefix(#"{"studyline":"#), let records = text.firstRange(of: #""records":["#),
            case let digits = text.dropFirst(#"{"studyline":"#.count).prefix(while: \.isASCIIDigit),
            let version = Int(digits), digits.endIndex < records.lowerBound
        else { throw ArchiveError.notAnArchive }
        guard version <= ArchiveRecord.version else { throw ArchiveError.newer(version: version) }
        isVersionKnown = true
    }

    private mutating func endRecord(_ body: (ArchiveRecord, Int) throws -> Void) throws {
        let decoded: ArchiveRecord
        do {
            decoded = try decoder.decode(ArchiveRecord.self, from: Data(record))
        } catch let error as ArchiveRecord.Unreadable {
            throw ArchiveError.malformed(line: recordLine, reason: error.reason)
        } catch let DecodingError.keyNotFound(key, _) {
            throw ArchiveError.malformed(
                line: recordLine, reason: "the field '\(key.stringValue)' is missing")
        } catch let DecodingError.typeMismatch(_, context) {
            let field = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw ArchiveError.malformed(
                line: recordLine, reason: "the field '\(field)' has a value of another sort")
        } catch {
            throw ArchiveError.malformed(line: recordLine, reason: "this is no sound JSON record")
        }
        record.removeAll(keepingCapacity: true)
        try body(decoded, recordLine)
    }
}
