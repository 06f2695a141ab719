import Foundation
import StudyContent
import StudyExchange

/// The files of a library as they are, guides and classes' own.
struct LibraryFiles {
    let folder: String

    /// Hands over each file that is text, by its path in the library.
    func forEach(_ body: (_ path: String, _ text: String) throws -> Void) throws {
        let sweep = LibraryFolder(path: folder).sweep()
        for file in (sweep.classFiles + sweep.files).sorted(by: { $0.path < $1.path }) {
            guard let text = Self.text(at: "\(folder)/\(file.path)") else {
                StandardError.write("\(folder)/\(file.path): is no text and was left out.")
                continue
            }
            try body(file.path, text)
        }
    }

    /// Hands over each image, by its path in the library.
    func forEachImage(_ body: (_ path: String, _ bytes: Data) throws -> Void) throws {
        let paths = FileManager.default.enumerator(atPath: realPath(folder))?.compactMap {
            $0 as? String
        }
        for path in (paths ?? []).sorted() where ArchivePath.isSafe(path, ImageName.isImage) {
            let file = "\(folder)/\(path)"
            let attributes = try FileManager.default.attributesOfItem(atPath: file)
            guard attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            guard (attributes[.size] as? Int ?? 0) <= Self.largestImage,
                let bytes = FileManager.default.contents(atPath: file)
            else {
                StandardError.write("\(file): is larger than 32 MB or unreadable and was left out.")
                continue
            }
            try body(path, bytes)
        }
    }

    private static let largestImage = 32 << 20

    /// Nil when there is no such file, or it is no text.
    static func text(at path: String) -> String? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return String(validating: data, as: UTF8.self)
    }
}

/// Paths in archives, which strangers may have written.
enum ArchivePath {
    /// Whether a path stays in its library and names a file that libraries hold: a guide, or what is asked for.
    static func isSafe(
        _ path: String, _ isNamed: (String) -> Bool = { GuideParser.reads(fileName: $0) }
    ) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return (1...ContentLimits().folderDepth).contains(parts.count)
            && isNamed(path)
            && parts.allSatisfy { part in
                !part.isEmpty && part.first != "." && part.utf8.count <= 255
                    && part.unicodeScalars.allSatisfy {
                        $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && $0 != "\\"
                            && $0 != ":"
                    }
            }
    }
}
