internal import CSQLite

extension Store {
    /// Has SQLite keep no count of the memory it takes, in the whole process.
    ///
    /// Nobody asks for the count, and it costs a lock at each allocation: a fifth of the time of writing many
    /// rows. It is to be said before the first store, or any other database, is opened; afterwards it changes
    /// nothing.
    package static func leaveMemoryUncounted() {
        _ = studyline_leave_memory_uncounted()
    }
}
