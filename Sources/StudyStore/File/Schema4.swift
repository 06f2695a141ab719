/// Exams: what the learner said of them, what was forecast, and the plan of the day.
///
/// Never edited: what changes, changes in a migration of its own.
let schema4 = """
    -- Events -------------------------------------------------------------------------------------

    -- An exam is known by the event that first set it: named by device and sequence, for it may be
    -- another machine's; NULL for that event itself. Times are milliseconds since 1970, offsets
    -- minutes; days_off has bit 0 for Monday.
    CREATE TABLE exam (
        event INTEGER PRIMARY KEY REFERENCES event,
        deed TEXT NOT NULL CHECK (deed IN ('set', 'result', 'remove')),
        exam_device INTEGER REFERENCES device,
        exam_sequence INTEGER,
        name TEXT,
        moment INTEGER,
        utc_offset INTEGER CHECK (utc_offset BETWEEN -1440 AND 1440),
        minutes_per_day REAL CHECK (minutes_per_day BETWEEN 0 AND 1440),
        days_off INTEGER CHECK (days_off BETWEEN 0 AND 127),
        target REAL CHECK (target BETWEEN 0 AND 1),
        result REAL CHECK (result BETWEEN 0 AND 1),
        CHECK ((exam_device IS NULL) = (exam_sequence IS NULL)),
        CHECK (deed = 'set' OR exam_device IS NOT NULL),
        CHECK ((deed = 'set') = (name IS NOT NULL)),
        CHECK ((deed = 'set') = (moment IS NOT NULL)),
        CHECK ((deed = 'set') = (utc_offset IS NOT NULL)),
        CHECK ((deed = 'set') = (minutes_per_day IS NOT NULL)),
        CHECK ((deed = 'set') = (days_off IS NOT NULL)),
        CHECK ((deed = 'result') = (result IS NOT NULL))
    ) STRICT;

    -- What is examined: a guide, else a unit, else a class, else everything.
    CREATE TABLE exam_part (
        event INTEGER NOT NULL REFERENCES exam,
        ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
        class_slug TEXT,
        unit TEXT,
        term_slug TEXT,
        weight REAL NOT NULL CHECK (weight >= 0),
        PRIMARY KEY (event, ordinal),
        CHECK (class_slug IS NOT NULL OR (unit IS NULL AND term_slug IS NULL)),
        CHECK (unit IS NULL OR term_slug IS NULL)
    ) STRICT, WITHOUT ROWID;

    -- What the program said would be reached: no deed of the learner's, so no event, and kept like
    -- the ledger. Shares from 0 to 1: with the plan, its 80 % interval, and without another minute.
    CREATE TABLE forecast (
        number INTEGER PRIMARY KEY,
        device INTEGER NOT NULL REFERENCES device,
        time INTEGER NOT NULL,
        exam_device INTEGER NOT NULL REFERENCES device,
        exam_sequence INTEGER NOT NULL,
        mean REAL NOT NULL CHECK (mean BETWEEN 0 AND 1),
        low REAL NOT NULL CHECK (low BETWEEN 0 AND mean),
        high REAL NOT NULL CHECK (high BETWEEN mean AND 1),
        idle REAL NOT NULL CHECK (idle BETWEEN 0 AND 1)
    ) STRICT;
    CREATE INDEX forecast_exam ON forecast (exam_device, exam_sequence, time);

    CREATE TRIGGER exam_kept BEFORE DELETE ON exam
        BEGIN SELECT RAISE(ABORT, 'exams are never deleted'); END;
    CREATE TRIGGER exam_fixed BEFORE UPDATE ON exam
        BEGIN SELECT RAISE(ABORT, 'exams are never changed'); END;
    CREATE TRIGGER exam_part_kept BEFORE DELETE ON exam_part
        BEGIN SELECT RAISE(ABORT, 'parts of exams are never deleted'); END;
    CREATE TRIGGER exam_part_fixed BEFORE UPDATE ON exam_part
        BEGIN SELECT RAISE(ABORT, 'parts of exams are never changed'); END;
    CREATE TRIGGER forecast_kept BEFORE DELETE ON forecast
        BEGIN SELECT RAISE(ABORT, 'forecasts are never deleted'); END;
    CREATE TRIGGER forecast_fixed BEFORE UPDATE ON forecast
        BEGIN SELECT RAISE(ABORT, 'forecasts are never changed'); END;

    -- Derived: the plan that was made last, to be shown before the next one is made. -------------

    CREATE TABLE exam_plan (
        number INTEGER PRIMARY KEY CHECK (number = 1),
        day INTEGER NOT NULL,
        content TEXT NOT NULL
    ) STRICT;
    """
