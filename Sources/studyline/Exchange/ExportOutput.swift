import Foundation
import StudyTerminal

/// Where an export goes: a file that appears when it is whole, or standard output.
final class ExportOutput {
    private let path: String?
    private let replaces: Bool
    private let draft: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []
    private static let pieceSize = 1 << 16

    /// - Parameters:
    ///   - path: The file; nil for standard output.
    ///   - replaces: Whether a file that is there is written over.
    /// - Throws: When the file is there already, or its folder cannot be written to.
    init(path: String?, replaces: Bool) throws(ExportError) {
        self.path = path
        self.replaces = replaces
        guard let path else {
            draft = ""
            handle = .standardOutput
            return
        }
        if !replaces, fileExists(path) { throw .exists(path) }
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        draft = "\(folder)/.studyline-\(UUID().uuidString)"
        guard FileManager.default.createFile(atPath: draft, contents: nil),
            let handle = FileHandle(forWritingAtPath: draft)
        else { throw .unwritable(path, reason: String(cString: strerror(errno))) }
        self.handle = handle
    }

    func write(_ text: String) throws(ExportError) {
        buffer += text.utf8
        if buffer.count >= Self.pieceSize { try flush() }
    }

    private func flush() throws(ExportError) {
        do {
            try handle.write(contentsOf: buffer)
            buffer.removeAll(keepingCapacity: true)
        } catch {
            abandon()
            throw .unwritable(path ?? "standard output", reason: systemReason(error))
        }
    }

    /// Puts the finished file in its place.
    func finish() throws(ExportError) {
        try flush()
        guard let path else { return }
        do {
            try handle.synchronize()
            try handle.close()
            if replaces {
                guard rename(draft, path) == 0 else {
                    throw ExportError.unwritable(path, reason: String(cString: strerror(errno)))
                }
            } else {
                // Unlike a rename, a second name never takes the place of a file that came meanwhile.
                try FileManager.default.linkItem(atPath: draft, toPath: path)
                try FileManager.default.removeItem(atPath: draft)
            }
        } catch let error as ExportError {
            abandon()
            throw error
        } catch {
            abandon()
            if fileExists(path) { throw .exists(path) }
            throw .unwritable(path, reason: systemReason(error))
        }
    }

    /// Leaves nothing behind.
    func abandon() {
        if path != nil { try? FileManager.default.removeItem(atPath: draft) }
    }
}

/// An export that cannot be written.
enum ExportError: Error, Equatable, CustomStringConvertible {
    case exists(String)
    case unwritable(String, reason: String)
    case nothing

    var description: String {
        switch self {
        case .exists(let path):
            "\(path) is there already; name another file, or write over it with --force"
        case .unwritable(let path, let reason): "\(path): cannot be written: \(reason)"
        case .nothing: "there is nothing to export"
        }
    }
}
