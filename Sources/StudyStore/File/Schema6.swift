/// Events that came in from elsewhere, as from a package of another program.
///
/// Never edited: what changes, changes in a migration of its own.
let schema6 = """
    -- Events that came in in one go. Where all goes that an event came in with are taken back, it
    -- counts for nothing.
    CREATE TABLE intake (
        event INTEGER PRIMARY KEY REFERENCES event,
        source TEXT NOT NULL
    ) STRICT;

    -- Which events those are: numbers of a device, the first and the last.
    CREATE TABLE intake_range (
        event INTEGER NOT NULL REFERENCES intake,
        device INTEGER NOT NULL REFERENCES device,
        first INTEGER NOT NULL CHECK (first > 0),
        last INTEGER NOT NULL CHECK (last >= first),
        PRIMARY KEY (event, device, first)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX intake_range_device ON intake_range (device);

    -- What items are in other programs; a name may stand for several. Not part of the history: where a
    -- line is missing, items are told by their texts.
    CREATE TABLE origin (
        name TEXT NOT NULL,
        item INTEGER NOT NULL REFERENCES item,
        PRIMARY KEY (name, item)
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER intake_kept BEFORE DELETE ON intake
        BEGIN SELECT RAISE(ABORT, 'intakes are never deleted'); END;
    CREATE TRIGGER intake_fixed BEFORE UPDATE ON intake
        BEGIN SELECT RAISE(ABORT, 'intakes are never changed'); END;
    CREATE TRIGGER intake_range_kept BEFORE DELETE ON intake_range
        BEGIN SELECT RAISE(ABORT, 'intakes are never deleted'); END;
    CREATE TRIGGER intake_range_fixed BEFORE UPDATE ON intake_range
        BEGIN SELECT RAISE(ABORT, 'intakes are never changed'); END;
    """
