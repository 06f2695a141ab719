internal import Foundation

/// An `.apkg` or `.colpkg`, opened: its collection in a private folder, its media still packed.
package final class AnkiPackage {
    /// How Anki wrote the package.
    package enum Form: String, Sendable {
        /// A `collection.anki2`.
        case legacy1
        /// A `collection.anki21`, beside a dummy for old programs.
        case legacy2
        /// A `collection.anki21b` and media, packed with Zstandard.
        case latest
    }

    package let path: String
    package let form: Form
    package let collection: AnkiCollection
    private let zip: ZipReader
    private let folder: PrivateFolder
    /// Entries of the archive by the names that fields use.
    private let media: [String: String]

    /// Opens a package.
    ///
    /// - Parameters:
    ///   - path: The file.
    ///   - limits: When it is refused.
    /// - Throws: Why it is not taken in.
    package init(
        path: String, limits: PackageLimits = PackageLimits()
    ) throws(AnkiPackageError) {
        self.path = path
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw .unreadable(
                path: path,
                reason: FileManager.default.fileExists(atPath: path)
                    ? "you may not read it" : "there is no such file")
        }
        zip = try ZipReader(path: path, limits: limits)
        form = try Self.form(of: zip)
        folder = try PrivateFolder()
        let target = folder.path + "/collection"
        try Self.unpack(
            form.collectionName, of: zip, isPacked: form == .latest, limit: limits.collection,
            to: target)
        collection = try AnkiCollection(
            path: target, package: path, isLatest: form == .latest, limits: limits)
        media = try Self.mediaList(of: zip, form: form, limits: limits)
    }

    /// The files that the package holds and that are not too large, as fields name them.
    package var mediaNames: Set<String> { Set(media.keys) }

    /// Unpacks a media file.
    ///
    /// - Parameters:
    ///   - name: As fields name it.
    ///   - target: Where it is written, a new file.
    /// - Throws: Why it cannot be; no part of it is left then.
    package func unpack(media name: String, to target: String) throws(AnkiPackageError) {
        guard let entry = media[name] else {
            throw .damaged(path: path, reason: "'\(name)' is missing")
        }
        try Self.unpack(
            entry, of: zip, isPacked: form == .latest, limit: zip.limits.image, to: target)
    }

    private static func form(of zip: ZipReader) throws(AnkiPackageError) -> Form {
        if zip.entries["meta"] != nil {
            var meta: [UInt8] = []
            try reading(zip) { try zip.read("meta", limit: 4096) { meta += $0 } }
            var version: UInt64 = 0
            do throws(WireReader.Malformed) {
                var reader = WireReader(meta)
                while let (field, value) = try reader.next() {
                    if field == 1, case .number(let number) = value { version = number }
                }
            } catch {
                throw .damaged(path: zip.path, reason: "its 'meta' makes no sense")
            }
            switch version {
            case 1: return .legacy1
            case 2: return .legacy2
            case 3: return .latest
            default:
                throw .notAPackage(
                    path: zip.path,
                    reason:
                        "it is of a form (\(version)) that is not known here; choose 'Support older Anki versions' when exporting"
                )
            }
        }
        for form in [Form.latest, .legacy2, .legacy1] where zip.entries[form.collectionName] != nil
        {
            return form
        }
        throw .notAPackage(path: zip.path, reason: "there is no collection in it")
    }

    private static func unpack(
        _ entry: String, of zip: ZipReader, isPacked: Bool, limit: Int, to target: String
    ) throws(AnkiPackageError) {
        let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw .unwritable(path: target, reason: String(cString: strerror(errno)))
        }
        var isWhole = false
        defer {
            close(descriptor)
            if !isWhole { unlink(target) }
        }
        func write(_ piece: UnsafeRawBufferPointer) throws {
            var rest = piece[...]
            while !rest.isEmpty {
                let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
                guard count > 0 else {
                    throw AnkiPackageError.unwritable(
                        path: target, reason: String(cString: strerror(errno)))
                }
                rest = rest.dropFirst(count)
            }
        }
        try reading(zip) { try read(entry, of: zip, isPacked: isPacked, limit: limit, write) }
        isWhole = true
    }

    /// Unpacks an entry, twice where it was packed twice.
    private static func read(
        _ entry: String, of zip: ZipReader, isPacked: Bool, limit: Int,
        _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        guard isPacked else { return try zip.read(entry, limit: limit, body) }
        let unpacker = try ZstdUnpacker()
        var budget = ZipReader.Budget(
            entry: entry, limit: limit,
            packed: Int(clamping: zip.entries[entry]?.packedSize ?? 0))
        try zip.read(entry, limit: limit) { packed in
            try unpacker.feed(packed) { piece in
                try zip.spend(piece.count, &budget)
                try body(piece)
            }
        }
        guard unpacker.isComplete else { throw ZstdUnpacker.Failure() }
    }

    /// Makes every error one of ours.
    private static func reading(
        _ zip: ZipReader, _ body: () throws -> Void
    ) throws(AnkiPackageError) {
        do {
            try body()
        } catch let error as AnkiPackageError {
            throw error
        } catch {
            throw .damaged(path: zip.path, reason: "a file in it cannot be unpacked")
        }
    }

    /// Reads the list of media: a JSON object, or a message in the latest form.
    private static func mediaList(
        of zip: ZipReader, form: Form, limits: PackageLimits
    ) throws(AnkiPackageError) -> [String: String] {
        guard zip.entries["media"] != nil else { return [:] }
        var bytes: [UInt8] = []
        try reading(zip) {
            try read("media", of: zip, isPacked: form == .latest, limit: limits.mediaList) {
                bytes += $0
            }
        }
        var list: [String: String] = [:]
        for (entry, name, size) in try mediaNames(bytes, form: form, path: zip.path) {
            // The name must be a mere file's; the entry a number, so that it can be no other part.
            if name.contains("/") || name == "." || name == ".." {
                throw .unsafe(
                    path: zip.path,
                    reason: "it names a file '\(name)', which leads to another folder")
            }
            if let fault = ZipReader.fault(ofName: name) {
                throw .unsafe(path: zip.path, reason: "it names a file '\(name)', \(fault)")
            }
            guard !entry.isEmpty, entry.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
                let packed = zip.entries[entry],
                zip.takes(max(size ?? 0, packed.size), from: packed, limit: limits.image)
            else { continue }
            list[name] = entry
        }
        return list
    }

    private static func mediaNames(
        _ bytes: [UInt8], form: Form, path: String
    ) throws(AnkiPackageError) -> [(entry: String, name: String, size: UInt64?)] {
        if form == .latest {
            do throws(WireReader.Malformed) {
                return try MediaEntries.all(in: bytes).enumerated().map {
                    ("\($0)", $1.name, $1.size)
                }
            } catch {
                throw .damaged(path: path, reason: "its list of media makes no sense")
            }
        }
        if bytes.isEmpty { return [] }
        guard let names = try? JSONDecoder().decode([String: String].self, from: Data(bytes)) else {
            throw .damaged(path: path, reason: "its list of media makes no sense")
        }
        return names.map { ($0.key, $0.value, nil) }
    }
}

extension AnkiPackage.Form {
    var collectionName: String {
        switch self {
        case .legacy1: "collection.anki2"
        case .legacy2: "collection.anki21"
        case .latest: "collection.anki21b"
        }
    }
}

/// The list of media of the latest form: `MediaEntries { repeated MediaEntry entries = 1 }`.
enum MediaEntries {
    /// Each file with its size, unpacked, as the list says.
    static func all(
        in bytes: [UInt8]
    ) throws(WireReader.Malformed) -> [(name: String, size: UInt64)] {
        var reader = WireReader(bytes)
        var entries: [(name: String, size: UInt64)] = []
        while let (field, value) = try reader.next() {
            guard field == 1, case .bytes(let entry) = value else { continue }
            var (name, size) = ("", UInt64(0))
            var inner = WireReader(entry)
            while let (field, value) = try inner.next() {
                switch (field, value) {
                case (1, .bytes(let text)): name = String(decoding: text, as: UTF8.self)
                case (2, .number(let number)): size = number
                default: continue
                }
            }
            entries.append((name, size))
        }
        return entries
    }
}

private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
