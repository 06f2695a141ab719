/// Why the store could not do what was asked.
///
/// Nothing that had been saved is ever lost by one of these: a failed step leaves the file as it was.
package enum StoreError: Error, Hashable, Sendable {
    /// The file was written by a newer version of the program.
    case newerSchema(path: String, found: Int, known: Int)
    /// The file is no database at all.
    case notADatabase(path: String)
    /// The file is a database, but another program's.
    case foreignDatabase(path: String)
    /// The file is a store, and parts of it make no sense.
    case corrupt(path: String, detail: String)
    case diskFull(path: String)
    /// The file or its folder may be read and not written.
    case readOnly(path: String)
    /// Another program kept the file locked for longer than the store waits.
    case locked(path: String)
    /// The file cannot be opened or made.
    case unreachable(path: String, reason: String)
    /// The data folder cannot be used; the reason is half a sentence.
    case unusableFolder(path: String, reason: String)
    /// The disk failed at reading or writing.
    case diskFailure(path: String, detail: String)
    /// What was asked makes no sense, and nothing was changed; the reason is a sentence.
    case refused(reason: String)
    /// SQLite refused for a reason that the program does not know; always a mistake in the program.
    case unexpected(path: String, detail: String)
}

extension StoreError: CustomStringConvertible {
    /// What happened, what was kept and what to do, in whole sentences.
    package var description: String {
        switch self {
        case .newerSchema(let path, let found, let known):
            """
            \(path) was written by a newer version of this program (its format is \(found), \
            this version knows up to \(known)). It was not touched. Update the program, or set \
            STUDYLINE_DATA to another folder.
            """
        case .notADatabase(let path):
            """
            \(path) is not a database, so it cannot hold your answers. It was not touched. Move it \
            away, then put the newest file of the backups folder beside it in its place, or start \
            again without one.
            """
        case .foreignDatabase(let path):
            """
            \(path) is a database of another program. It was not touched. Move it away, or set \
            STUDYLINE_DATA to another folder.
            """
        case .corrupt(let path, let detail):
            """
            \(path) is damaged (\(detail)). Nothing more was written to it. \
            'studyline doctor --repair' saves every answer that can still be read into a new file \
            and keeps the damaged one.
            """
        case .diskFull(let path):
            """
            There is no room left on the disk for \(path). What was saved before is safe; the last \
            step was not saved. Free some space, then repeat it.
            """
        case .readOnly(let path):
            """
            \(path) may not be written. What was saved before is safe; nothing new can be saved. \
            Give yourself the right to write the file and its folder, or set STUDYLINE_DATA to a \
            folder that you may write.
            """
        case .locked(let path):
            """
            Another program has kept \(path) locked for too long. What was saved before is safe; \
            the last step was not saved. Close the other program, then repeat it.
            """
        case .unreachable(let path, let reason):
            """
            \(path) cannot be opened (\(reason)). Nothing was changed. Check that its folder exists \
            and that you may read and write it.
            """
        case .unusableFolder(let path, let reason):
            """
            The data folder \(path) cannot be used: \(reason). Nothing was changed. Mend it, or set \
            STUDYLINE_DATA to another folder.
            """
        case .diskFailure(let path, let detail):
            """
            The disk failed at reading or writing \(path) (\(detail)). What was saved before is \
            safe if the disk is; the last step was not saved. Check the disk and make a backup.
            """
        case .refused(let reason):
            reason
        case .unexpected(let path, let detail):
            """
            The step was refused by \(path) (\(detail)). Nothing was changed. This is a mistake in \
            the program; please report it.
            """
        }
    }
}
