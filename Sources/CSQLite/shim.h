#ifndef STUDYLINE_CSQLITE_SHIM_H
#define STUDYLINE_CSQLITE_SHIM_H

#include <sqlite3.h>

/// Sets a connection up for a file from a stranger; SQLite's function for it is variadic, which Swift
/// cannot call. 0 when all of it was done.
static inline int studyline_distrust(sqlite3 *connection, int longest_value) {
    int failed = 0;
    failed |= sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
    failed |= sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
    failed |= sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
    failed |= sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
    failed |= sqlite3_db_config(connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
    sqlite3_limit(connection, SQLITE_LIMIT_LENGTH, longest_value);
    sqlite3_limit(connection, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(connection, SQLITE_LIMIT_EXPR_DEPTH, 100);
    return failed;
}

/// Leaves the write-ahead log as it is when the connection is closed, instead of folding it into the
/// file, which waits for the disk. The next connection reads it.
static inline int studyline_keep_log(sqlite3 *connection) {
    return sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, (int *)0);
}

/// Leaves SQLite's memory uncounted, for which it takes a lock at each allocation; its function for that is
/// variadic. Before the first connection.
static inline int studyline_leave_memory_uncounted(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

#endif
