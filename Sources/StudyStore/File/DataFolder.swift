#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The folder that holds the learner's data: the store, its backups.
///
/// It is private: the folder 0700, the files in it 0600.
package struct DataFolder: Hashable, Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// The database; SQLite puts its `-wal` and `-shm` files beside it.
    package var storePath: String { path + "/studyline.sqlite" }
    package var backupsPath: String { path + "/backups" }

    /// Makes the folder, its parents and an empty file for the store, as far as they are missing.
    ///
    /// - Throws: `unusableFolder` when something else stands there, it cannot be made, or it belongs
    ///   to others or may be written by them.
    func prepare() throws(StoreError) {
        try makeFolder(path)
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(errno) }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw .unusableFolder(path: path, reason: "it is not a folder")
        }
        guard status.st_uid == geteuid() || geteuid() == 0 else {
            throw .unusableFolder(path: path, reason: "it belongs to another user")
        }
        guard status.st_mode & (S_IWGRP | S_IWOTH) == 0 else {
            throw .unusableFolder(
                path: path, reason: "other users may write it (chmod 700 mends that)")
        }
        try makePrivateFile(storePath)
    }

    /// Makes the folder for backups when it is missing.
    func prepareBackups() throws(StoreError) {
        try makeFolder(backupsPath)
    }

    /// Makes an empty file that only its owner may read and write; leaves an existing one as it is.
    func makePrivateFile(_ path: String) throws(StoreError) {
        let descriptor = open(path, O_CREAT | O_WRONLY | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 {
            close(descriptor)
            return
        }
        switch errno {
        case EEXIST: return
        case EROFS, EACCES, EPERM:
            throw .readOnly(path: path)
        case ENOSPC, EDQUOT:
            throw .diskFull(path: path)
        default:
            throw .unreachable(path: path, reason: String(cString: strerror(errno)))
        }
    }

    private func makeFolder(_ path: String) throws(StoreError) {
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
            throw failure(errno)
        }
        try makeFolder(String(path[..<slash]))
        if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
        throw failure(errno)
    }

    private func failure(_ code: Int32) -> StoreError {
        .unusableFolder(path: path, reason: String(cString: strerror(code)))
    }
}
