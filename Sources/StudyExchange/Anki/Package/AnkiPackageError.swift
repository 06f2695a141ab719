/// Why a package of Anki cannot be taken in; nothing of it was written then.
package enum AnkiPackageError: Error, Hashable, Sendable {
    /// The file cannot be opened or read.
    case unreadable(path: String, reason: String)
    /// The file is no package, or holds no collection.
    case notAPackage(path: String, reason: String)
    /// Somebody made the package to do harm, or it looks so.
    case unsafe(path: String, reason: String)
    /// The package holds more than is ever read.
    case tooLarge(path: String, reason: String)
    /// The package is cut off or changed.
    case damaged(path: String, reason: String)
    /// What was asked for cannot be written.
    case unwritable(path: String, reason: String)
}

extension AnkiPackageError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "\(path) cannot be read: \(reason)"
        case .notAPackage(let path, let reason): "\(path) is no package of Anki: \(reason)"
        case .unsafe(let path, let reason):
            "\(path) is not safe and was left alone: \(reason)"
        case .tooLarge(let path, let reason):
            "\(path) is too large and was left alone: \(reason)"
        case .damaged(let path, let reason):
            "\(path) is damaged: \(reason); export it from Anki again"
        case .unwritable(let path, let reason): "\(path) cannot be written: \(reason)"
        }
    }
}
