internal import StudyCore

/// An image of a package, and the file that it becomes in the folder of a class.
package struct AnkiImage: Hashable, Sendable {
    package let className: String
    /// The name of the file, in the class's folder `media`.
    package let file: String
    /// As fields name it.
    package let name: String
}

/// Names of image files, safe in every file system.
package enum ImageName {
    private static let endings: Set<String> = [
        "png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp", "tif", "tiff", "ico",
    ]

    /// Whether a file is an image by the end of its name.
    package static func isImage(_ name: String) -> Bool {
        name.lastIndex(of: ".").map {
            endings.contains(name[name.index(after: $0)...].lowercased())
        } ?? false
    }

    /// The name that an image's file gets; nil for what is no image.
    static func safe(_ name: String) -> String? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        let ending = name[name.index(after: dot)...].lowercased()
        guard endings.contains(ending) else { return nil }
        var stem = ""
        for scalar in name[..<dot].unicodeScalars {
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
            stem.unicodeScalars.append(isPlain || scalar == "_" ? scalar : "-")
        }
        let isSame = stem == name[..<dot] && stem.utf8.count <= 60
        let digest = String(xxh64(Array(name.utf8)), radix: 36)
        return isSame ? "\(stem).\(ending)" : "\(stem.prefix(40))-\(digest).\(ending)"
    }
}
