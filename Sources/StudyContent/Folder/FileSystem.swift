#if canImport(Darwin)
internal import Darwin
#else
internal import Glibc
#endif

/// Why the system would not do something, in its own words.
struct SystemError: Error, Equatable {
    let number: Int32

    static var last: SystemError { SystemError(number: errno) }

    var words: String { String(cString: strerror(number)) }
}

/// What the system says of a file or folder.
struct FileStatus {
    enum Kind { case file, folder, other }
    var kind: Kind
    var size: Int64
    /// Nanoseconds since 1970.
    var modified: Int64
    var inode: UInt64
    var device: UInt64
}

/// An open folder.
///
/// The C functions are called straight: Foundation's enumerators take 10 to 40 times as long over 10,000 files.
struct OpenFolder: ~Copyable {
    #if canImport(Darwin)
    private let handle: UnsafeMutablePointer<DIR>
    #else
    private let handle: OpaquePointer
    #endif

    init(path: String) throws(SystemError) {
        guard let opened = opendir(path) else { throw .last }
        handle = opened
    }

    deinit {
        closedir(handle)
    }

    /// The names in the folder but hidden ones, in no order; nil for a name that is not UTF-8.
    func names() -> [String?] {
        var names: [String?] = []
        while let entry = readdir(handle) {
            withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: 1) { name in
                    if name.pointee != CChar(UInt8(ascii: ".")) {
                        names.append(String(validatingCString: name))
                    }
                }
            }
        }
        return names
    }

    /// The state of something in the folder; links are followed.
    func status(of name: String) throws(SystemError) -> FileStatus {
        var buffer = stat()
        guard fstatat(dirfd(handle), name, &buffer, 0) == 0 else { throw .last }
        return FileStatus(buffer)
    }
}

/// Reads whole files, one after another, into one buffer.
struct FileContents {
    private var buffer: [UInt8]
    private let limit: Int

    /// Reads up to `limit` bytes of a file, and one more so that a longer one is seen to be.
    init(limit: Int) {
        self.limit = limit
        buffer = Array(repeating: 0, count: min(limit + 1, 64 << 10))
    }

    mutating func read(_ path: String) throws(SystemError) -> [UInt8] {
        // Not blocking: a pipe that somebody calls guide.md must not hold the program up.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .last }
        defer { close(descriptor) }
        var count = 0
        while true {
            if count == buffer.count {
                if count > limit { break }
                buffer += Array(repeating: 0, count: min(buffer.count, limit + 1 - count))
            }
            let got = buffer.withUnsafeMutableBytes { bytes in
                Self.read(descriptor, UnsafeMutableRawBufferPointer(rebasing: bytes[count...]))
            }
            if got < 0 {
                if errno == EINTR { continue }
                throw .last
            }
            if got == 0 { break }
            count += got
        }
        return Array(buffer[..<count])
    }

    private static func read(_ descriptor: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Darwin)
        Darwin.read(descriptor, bytes.baseAddress, bytes.count)
        #else
        Glibc.read(descriptor, bytes.baseAddress, bytes.count)
        #endif
    }
}

extension FileStatus {
    fileprivate init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        default: kind = .other
        }
        size = Int64(status.st_size)
        inode = UInt64(status.st_ino)
        device = UInt64(truncatingIfNeeded: status.st_dev)
        #if canImport(Darwin)
        let time = status.st_mtimespec
        #else
        let time = status.st_mtim
        #endif
        modified = Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}
