import GRDB

/// Keeps the numbers of guides, by which they are introduced, in the order of teaching.
struct Introduction {
    let order: TeachingOrder
    let db: Database

    /// Puts the guides of a class in order, under the numbers that they have between them.
    ///
    /// A guide that came late to an early unit moves up, and those after it go down by one; other classes
    /// are not touched.
    ///
    /// - Parameter folder: Where the class lies.
    /// - Throws: Why the file cannot be written.
    func settle(_ folder: TeachingOrder.ClassFolder) throws {
        let numbers = try guides(in: folder)
        let wanted = numbers.sorted { $0.place < $1.place }.map(\.number)
        let moves = zip(wanted, numbers.map(\.number)).filter { $0 != $1 }
        if !moves.isEmpty { try renumber(moves) }
    }

    /// The guides of a class by their numbers.
    private func guides(
        in folder: TeachingOrder.ClassFolder
    ) throws -> [(number: Int64, place: TeachingOrder.Place)] {
        // A folder's paths stand together in the index: "/" and its successor "0" enclose them.
        let (condition, bounds): (String, StatementArguments) =
            folder.name.isEmpty
            ? ("instr(file.path, '/') = 0", [])
            : ("file.path > ? AND file.path < ?", [folder.name + "/", folder.name + "0"])
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT guide.number, file.path, guide.unit, guide.line
                FROM file CROSS JOIN guide ON guide.file = file.number
                WHERE file.library = ? AND \(condition)
                """,
            arguments: [folder.library] + bounds)
        var guides: [(number: Int64, place: TeachingOrder.Place)] = []
        while let row = try rows.next() {
            let place = order.place(
                of: row[2], in: folder.library, path: row[1], line: row[3])
            guides.append((row[0], place))
        }
        return guides.sorted { $0.number < $1.number }
    }

    /// Gives guides other numbers, everywhere.
    private func renumber(_ moves: [(old: Int64, new: Int64)]) throws {
        try db.execute(
            sql: """
                PRAGMA defer_foreign_keys = ON;
                CREATE TEMP TABLE renumbering (old INTEGER PRIMARY KEY, new INTEGER NOT NULL);
                """)
        let insert = try db.makeStatement(sql: "INSERT INTO temp.renumbering VALUES (?, ?)")
        for (old, new) in moves { try insert.execute(arguments: [old, new]) }
        let tables = [
            ("guide", "number"), ("guide_name", "guide"), ("entry", "guide"),
            ("card_state", "guide"),
        ]
        for (table, column) in tables {
            // By way of negative numbers, so that no two guides ever have the same.
            try db.execute(
                sql: """
                    UPDATE \(table) SET \(column) =
                            (SELECT -new FROM temp.renumbering WHERE old = \(column))
                        WHERE \(column) IN (SELECT old FROM temp.renumbering);
                    UPDATE \(table) SET \(column) = -\(column) WHERE \(column) < 0;
                    """)
        }
        try db.execute(sql: "DROP TABLE temp.renumbering")
    }
}
