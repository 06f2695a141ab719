import Foundation
import StudyExchange
import StudyTerminal

/// Where something to import comes from.
enum ImportSource {
    case file(String)
    case standardInput
    /// Typed or pasted at the prompt.
    case paste

    /// As messages name it.
    var name: String {
        switch self {
        case .file(let path): path
        case .standardInput: "the standard input"
        case .paste: "the paste"
        }
    }

    /// The file's name without folders and ending; nil when there is no file.
    var stem: String? {
        guard case .file(let path) = self else { return nil }
        return URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    }

    /// What it is, by its first bytes.
    func kind() throws(ImportError) -> FileKind {
        guard case .file(let path) = self else { return .text }
        return FileKind(head: try Self.reading(path) { try $0.read(upToCount: FileKind.headSize) })
    }

    /// All bytes, at most one more than the limit.
    func bytes(limit: Int, at desk: Desk) throws -> [UInt8] {
        switch self {
        case .file(let path):
            return Array(try Self.reading(path) { try $0.read(upToCount: limit + 1) })
        case .standardInput:
            return Array(try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data())
        case .paste:
            return Array(try PasteReader(terminal: desk.terminal).read().utf8)
        }
    }

    private static func reading(
        _ path: String, _ body: (FileHandle) throws -> Data?
    ) throws(ImportError) -> Data {
        guard !folderExists(path) else { throw .isFolder(path) }
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            return try body(handle) ?? Data()
        } catch {
            throw .unreadable(file: path, reason: systemReason(error))
        }
    }
}

/// Something that cannot be imported.
enum ImportError: Error, Equatable, CustomStringConvertible {
    case unreadable(file: String, reason: String)
    case isFolder(String)
    case refused(source: String, reason: String)
    case noClass
    case noTerm
    case unwritable(file: String, reason: String)
    case interrupted

    var description: String {
        switch self {
        case .unreadable(let file, let reason): "\(file): cannot be read: \(reason)"
        case .isFolder(let path):
            "\(path) is a folder; name a file. A folder of guides is added with 'config content'"
        case .refused(let source, let reason): "\(source): \(reason)"
        case .noClass: "the text names no class; say it with --class \"Media Business\""
        case .noTerm: "a page has no heading; say its term with --term \"Micro-influencer\""
        case .unwritable(let file, let reason): "\(file): cannot be written: \(reason)"
        case .interrupted: "nothing was imported"
        }
    }
}

/// What the system says of a failure, without Foundation's words around it.
func systemReason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let underlying, underlying.domain == NSPOSIXErrorDomain else {
        return error.localizedDescription
    }
    return String(cString: strerror(Int32(truncatingIfNeeded: underlying.code)))
}
