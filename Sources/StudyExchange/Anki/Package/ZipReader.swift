internal import CMinizip

/// Reads entries of a zip archive from a stranger, by names that are known beforehand.
///
/// Nothing is ever written under a name that stands in the archive.
final class ZipReader {
    struct Entry {
        let name: String
        /// Bytes, unpacked and packed, as the archive says.
        let size: UInt64
        let packedSize: UInt64
        fileprivate let position: unz64_file_pos
    }

    let path: String
    let limits: PackageLimits
    private(set) var entries: [String: Entry] = [:]
    private let file: unzFile
    private var unpacked = 0

    /// Opens an archive and looks over the names of its entries.
    ///
    /// - Throws: `unsafe` for names that lead elsewhere, entries that stand twice, are encrypted or links.
    init(path: String, limits: PackageLimits) throws(AnkiPackageError) {
        self.path = path
        self.limits = limits
        guard let file = unzOpen64(path) else {
            throw .notAPackage(path: path, reason: "it is no zip archive")
        }
        self.file = file
        try readDirectory()
    }

    deinit {
        unzClose(file)
    }

    private func readDirectory() throws(AnkiPackageError) {
        var status = unzGoToFirstFile(file)
        while status == UNZ_OK {
            let entry = try currentEntry()
            guard entries.count < limits.entries else {
                throw .tooLarge(path: path, reason: "it holds more than \(limits.entries) files")
            }
            guard entries.updateValue(entry, forKey: entry.name) == nil else {
                throw .unsafe(path: path, reason: "'\(entry.name)' stands in it twice")
            }
            status = unzGoToNextFile(file)
        }
        guard status == UNZ_END_OF_LIST_OF_FILE else {
            throw .damaged(path: path, reason: "its list of files cannot be read")
        }
    }

    private func currentEntry() throws(AnkiPackageError) -> Entry {
        var info = unz_file_info64()
        var buffer = [CChar](repeating: 0, count: 1025)
        let status = unzGetCurrentFileInfo64(
            file, &info, &buffer, UInt(buffer.count - 1), nil, 0, nil, 0)
        guard status == UNZ_OK else {
            throw .damaged(path: path, reason: "its list of files cannot be read")
        }
        guard info.size_filename < buffer.count else {
            throw .unsafe(path: path, reason: "the name of a file in it is longer than 1024 bytes")
        }
        let bytes = buffer.prefix(Int(info.size_filename)).map { UInt8(bitPattern: $0) }
        guard let name = String(validating: bytes, as: UTF8.self) else {
            throw .unsafe(path: path, reason: "the name of a file in it is no text")
        }
        if let fault = Self.fault(ofName: name) {
            throw .unsafe(path: path, reason: "it names a file '\(name)', \(fault)")
        }
        guard info.flag & 1 == 0 else {
            throw .unsafe(path: path, reason: "'\(name)' is encrypted")
        }
        // The upper half holds the mode that the file had on Unix.
        guard (info.external_fa >> 16) & 0o170000 != 0o120000 else {
            throw .unsafe(path: path, reason: "'\(name)' is a link to another file")
        }
        var position = unz64_file_pos()
        guard unzGetFilePos64(file, &position) == UNZ_OK else {
            throw .damaged(path: path, reason: "its list of files cannot be read")
        }
        return Entry(
            name: name, size: info.uncompressed_size, packedSize: info.compressed_size,
            position: position)
    }

    /// What is wrong with the name of an entry; nil for a sound one.
    static func fault(ofName name: String) -> String? {
        let scalars = name.unicodeScalars
        if name.isEmpty { return "which is no name" }
        if scalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
            return "which holds a control character"
        }
        if name.contains("\\") { return "which leads to another folder" }
        if name.hasPrefix("/") { return "which leads to another folder" }
        if name.split(separator: "/", omittingEmptySubsequences: false).contains("..") {
            return "which leads to another folder"
        }
        if scalars.dropFirst().first == ":", scalars.first?.properties.isAlphabetic == true {
            return "which leads to another drive"
        }
        return nil
    }

    /// Unpacks an entry piece by piece.
    ///
    /// - Parameters:
    ///   - name: The entry's whole name.
    ///   - limit: Bytes at which it is too large.
    ///   - body: Gets each piece.
    /// - Throws: What is wrong with the entry, or what `body` throws.
    func read(
        _ name: String, limit: Int, _ body: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        guard let entry = entries[name] else {
            throw AnkiPackageError.damaged(path: path, reason: "'\(name)' is missing")
        }
        var position = entry.position
        guard unzGoToFilePos64(file, &position) == UNZ_OK, unzOpenCurrentFile(file) == UNZ_OK else {
            throw AnkiPackageError.damaged(path: path, reason: "'\(name)' cannot be unpacked")
        }
        var isOpen = true
        defer { if isOpen { unzCloseCurrentFile(file) } }
        var budget = Budget(entry: name, limit: limit, packed: Int(clamping: entry.packedSize))
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
        defer { piece.deallocate() }
        while true {
            let count = unzReadCurrentFile(file, piece.baseAddress, UInt32(piece.count))
            if count == 0 { break }
            guard count > 0 else {
                throw AnkiPackageError.damaged(path: path, reason: "'\(name)' cannot be unpacked")
            }
            try spend(Int(count), &budget)
            try body(UnsafeRawBufferPointer(rebasing: piece[..<Int(count)]))
        }
        isOpen = false
        guard unzCloseCurrentFile(file) == UNZ_OK else {
            throw AnkiPackageError.damaged(path: path, reason: "'\(name)' was changed")
        }
    }

    /// Whether an entry that says it becomes this large may.
    func takes(_ size: UInt64, from entry: Entry, limit: Int) -> Bool {
        size <= min(limit, allowed(fromPacked: Int(clamping: entry.packedSize)))
    }

    /// How large what is packed in some bytes may become.
    private func allowed(fromPacked bytes: Int) -> Int {
        let (product, overflows) = bytes.multipliedReportingOverflow(by: limits.ratio)
        return max(1 << 20, overflows ? .max : product)
    }

    /// What an entry may still become.
    struct Budget {
        let entry: String
        let limit: Int
        let packed: Int
        fileprivate(set) var spent = 0
    }

    /// Counts unpacked bytes; to be called for those of a second packing too.
    func spend(_ count: Int, _ budget: inout Budget) throws(AnkiPackageError) {
        budget.spent += count
        unpacked += count
        guard budget.spent <= budget.limit else {
            throw .tooLarge(
                path: path, reason: "'\(budget.entry)' unpacks to more than \(budget.limit) bytes")
        }
        guard budget.spent <= allowed(fromPacked: budget.packed) else {
            throw .unsafe(
                path: path,
                reason: "'\(budget.entry)' unpacks to more than \(limits.ratio) times its size")
        }
        guard unpacked <= limits.total else {
            throw .tooLarge(path: path, reason: "it unpacks to more than \(limits.total) bytes")
        }
    }
}
