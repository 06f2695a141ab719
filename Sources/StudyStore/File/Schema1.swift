/// The first released schema.
///
/// Never edited: what changes, changes in a migration of its own.
///
/// Three sorts of table. *Events* are the truth, added to and never changed. *Registries* give names
/// small numbers. *Derived* tables follow from events, ledger and guides, and can be made anew.
let schema1 = """
    -- Registries ---------------------------------------------------------------------------------

    -- Data folders that wrote events. An own one is bound to the file it writes (see Device.swift).
    CREATE TABLE device (
        number INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 64),
        file TEXT,
        created_at INTEGER NOT NULL
    ) STRICT;

    -- Every item that was ever seen or spoken of.
    CREATE TABLE item (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE CHECK (length(id) > 0)
    ) STRICT;

    -- Events -------------------------------------------------------------------------------------

    -- What reviews and actions have in common. Times are milliseconds since 1970, offsets minutes.
    CREATE TABLE event (
        number INTEGER PRIMARY KEY,
        device INTEGER NOT NULL REFERENCES device,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        time INTEGER NOT NULL,
        utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -1440 AND 1440),
        UNIQUE (device, sequence)
    ) STRICT;
    CREATE INDEX event_time ON event (time);

    CREATE TABLE review (
        event INTEGER PRIMARY KEY REFERENCES event,
        item INTEGER NOT NULL REFERENCES item,
        facet TEXT NOT NULL
            CHECK (facet IN ('meaning', 'term', 'fact', 'answer') OR facet GLOB 'hole[1-9]*'),
        form TEXT NOT NULL CHECK (form IN (
            'flashcard', 'typed-term', 'cloze', 'multiple-choice', 'true-false', 'matching',
            'list-recall', 'free-response', 'contrast')),
        rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),
        milliseconds INTEGER NOT NULL CHECK (milliseconds >= 0),
        answer TEXT NOT NULL,
        score REAL CHECK (score BETWEEN 0 AND 1),
        hints INTEGER NOT NULL CHECK (hints >= 0),
        fingerprint INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX review_card ON review (item, facet);

    -- The target of undo and redo is named by device and sequence: it may be another machine's.
    -- parameters: those of the memory model that are adopted, w0 first, parted by spaces.
    CREATE TABLE action (
        event INTEGER PRIMARY KEY REFERENCES event,
        deed TEXT NOT NULL CHECK (deed IN (
            'undo', 'redo', 'suspend', 'resume', 'bury', 'flag', 'unflag', 'link', 'unlink',
            'part', 'forget', 'adopt')),
        target_device INTEGER REFERENCES device,
        target_sequence INTEGER,
        item INTEGER REFERENCES item,
        facet TEXT
            CHECK (facet IN ('meaning', 'term', 'fact', 'answer') OR facet GLOB 'hole[1-9]*'),
        until_day INTEGER,
        other_item INTEGER REFERENCES item,
        fingerprint INTEGER,
        parameters TEXT,
        CHECK ((deed IN ('undo', 'redo')) = (target_device IS NOT NULL)),
        CHECK ((deed IN ('undo', 'redo')) = (target_sequence IS NOT NULL)),
        CHECK ((deed IN ('undo', 'redo', 'adopt')) = (item IS NULL)),
        CHECK ((deed IN ('suspend', 'resume', 'bury', 'flag', 'unflag')) = (facet IS NOT NULL)),
        CHECK ((deed = 'bury') = (until_day IS NOT NULL)),
        CHECK ((deed IN ('link', 'part')) = (other_item IS NOT NULL)),
        CHECK ((deed = 'part') = (fingerprint IS NOT NULL)),
        CHECK ((deed = 'adopt') = (parameters IS NOT NULL))
    ) STRICT;
    CREATE INDEX action_item ON action (item) WHERE item IS NOT NULL;
    CREATE INDEX action_target ON action (target_device, target_sequence)
        WHERE target_device IS NOT NULL;
    CREATE INDEX action_adopted ON action (event) WHERE deed = 'adopt';

    -- What was ever read of an item: a line when it is new, and when its text or place changed.
    -- likeness: how alike it was to the line before, 0-1, when that is how it was found again.
    -- changed: in what its meaning may differ from the line before (MeaningChange), 0 for nothing.
    -- adopts: the item whose history this one took over when its author fixed an id.
    CREATE TABLE ledger (
        number INTEGER PRIMARY KEY,
        device INTEGER NOT NULL REFERENCES device,
        time INTEGER NOT NULL,
        item INTEGER NOT NULL REFERENCES item,
        kind TEXT NOT NULL CHECK (kind IN ('definition', 'fact', 'question', 'cloze')),
        class_slug TEXT NOT NULL,
        term_slug TEXT NOT NULL,
        guide_explicit_id TEXT,
        path TEXT NOT NULL,
        ordinal INTEGER NOT NULL CHECK (ordinal >= 0),
        fingerprint INTEGER NOT NULL,
        text TEXT NOT NULL,
        answer TEXT,
        holes TEXT,
        likeness REAL CHECK (likeness BETWEEN 0 AND 1),
        changed INTEGER NOT NULL,
        adopts INTEGER REFERENCES item
    ) STRICT;
    CREATE INDEX ledger_adopts ON ledger (adopts) WHERE adopts IS NOT NULL;
    CREATE INDEX ledger_changed ON ledger (item) WHERE changed <> 0;

    CREATE TRIGGER event_kept BEFORE DELETE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
    CREATE TRIGGER event_fixed BEFORE UPDATE ON event
        BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
    CREATE TRIGGER review_kept BEFORE DELETE ON review
        BEGIN SELECT RAISE(ABORT, 'reviews are never deleted'); END;
    CREATE TRIGGER review_fixed BEFORE UPDATE ON review
        BEGIN SELECT RAISE(ABORT, 'reviews are never changed'); END;
    CREATE TRIGGER action_kept BEFORE DELETE ON action
        BEGIN SELECT RAISE(ABORT, 'actions are never deleted'); END;
    CREATE TRIGGER action_fixed BEFORE UPDATE ON action
        BEGIN SELECT RAISE(ABORT, 'actions are never changed'); END;
    CREATE TRIGGER ledger_kept BEFORE DELETE ON ledger
        BEGIN SELECT RAISE(ABORT, 'ledger lines are never deleted'); END;
    CREATE TRIGGER ledger_fixed BEFORE UPDATE ON ledger
        BEGIN SELECT RAISE(ABORT, 'ledger lines are never changed'); END;
    CREATE TRIGGER device_kept BEFORE DELETE ON device
        BEGIN SELECT RAISE(ABORT, 'devices are never deleted'); END;
    CREATE TRIGGER device_fixed BEFORE UPDATE ON device
        BEGIN SELECT RAISE(ABORT, 'devices are never changed'); END;
    \(eventGapless)

    -- Derived: the catalogue ---------------------------------------------------------------------

    CREATE TABLE file (
        number INTEGER PRIMARY KEY,
        library TEXT NOT NULL,
        path TEXT NOT NULL,
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        inode INTEGER NOT NULL,
        problems INTEGER NOT NULL,
        UNIQUE (library, path)
    ) STRICT;

    -- Numbers are given in the order of first sight: the order in which guides are introduced.
    -- Lists are joined by U+001F (see TextList.swift), NULL when empty.
    CREATE TABLE guide (
        number INTEGER PRIMARY KEY,
        file INTEGER NOT NULL REFERENCES file,
        class_slug TEXT NOT NULL,
        term_slug TEXT NOT NULL,
        class_name TEXT NOT NULL,
        unit TEXT,
        term TEXT NOT NULL,
        aliases TEXT,
        confused_with TEXT,
        sources TEXT,
        explicit_id TEXT,
        line INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX guide_id ON guide (class_slug, term_slug);
    CREATE INDEX guide_file ON guide (file);
    CREATE INDEX guide_unit ON guide (class_slug, unit);
    CREATE INDEX guide_explicit_id ON guide (explicit_id) WHERE explicit_id IS NOT NULL;

    -- Terms and aliases as slugs, for looking guides up by name and for completion.
    CREATE TABLE guide_name (
        slug TEXT NOT NULL,
        guide INTEGER NOT NULL REFERENCES guide,
        is_alias INTEGER NOT NULL CHECK (is_alias IN (0, 1)),
        PRIMARY KEY (slug, guide)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX guide_name_guide ON guide_name (guide);

    -- Every known item as it was last read; an orphan stands in no guide. The ledger line has no
    -- foreign key: ledger lines are never deleted, and the key would cost a scan for each new one.
    -- markdown is NULL when it is the same as plain; changed_at is when its meaning last changed.
    CREATE TABLE entry (
        item INTEGER PRIMARY KEY REFERENCES item,
        guide INTEGER REFERENCES guide,
        ledger_line INTEGER NOT NULL,
        ordinal INTEGER NOT NULL,
        line INTEGER NOT NULL,
        kind TEXT NOT NULL,
        markdown TEXT,
        plain TEXT NOT NULL,
        answer_markdown TEXT,
        answer_plain TEXT,
        holes TEXT,
        explicit_id TEXT,
        fingerprint INTEGER NOT NULL,
        changed_at INTEGER,
        is_forgotten INTEGER NOT NULL DEFAULT 0 CHECK (is_forgotten IN (0, 1)),
        CHECK (guide IS NULL OR is_forgotten = 0)
    ) STRICT;
    CREATE INDEX entry_guide ON entry (guide, ordinal) WHERE guide IS NOT NULL;
    CREATE INDEX entry_orphan ON entry (item) WHERE guide IS NULL;
    CREATE INDEX entry_fingerprint ON entry (fingerprint);

    -- Derived: where cards stand -----------------------------------------------------------------

    -- Every card that stands in a guide, was reviewed or marked. Phase 0 is a new card.
    -- rank orders the cards of a guide for their introduction; guide is NULL for an orphan's.
    CREATE TABLE card_state (
        item INTEGER NOT NULL REFERENCES item,
        facet TEXT NOT NULL,
        guide INTEGER REFERENCES guide,
        rank INTEGER NOT NULL DEFAULT 0,
        phase INTEGER NOT NULL DEFAULT 0 CHECK (phase BETWEEN 0 AND 3),
        stability REAL,
        difficulty REAL,
        fast_stability REAL,
        step INTEGER NOT NULL DEFAULT 0,
        due_at INTEGER,
        due_day INTEGER,
        last_time INTEGER,
        last_day INTEGER,
        interval INTEGER NOT NULL DEFAULT 0,
        reviews INTEGER NOT NULL DEFAULT 0,
        lapses INTEGER NOT NULL DEFAULT 0,
        is_suspended INTEGER NOT NULL DEFAULT 0 CHECK (is_suspended IN (0, 1)),
        buried_until INTEGER,
        is_flagged INTEGER NOT NULL DEFAULT 0 CHECK (is_flagged IN (0, 1)),
        is_changed INTEGER NOT NULL DEFAULT 0 CHECK (is_changed IN (0, 1)),
        PRIMARY KEY (item, facet),
        CHECK ((phase = 0) = (reviews = 0)),
        CHECK ((phase = 0) = (last_time IS NULL)),
        CHECK ((due_at IS NOT NULL) + (due_day IS NOT NULL) = (phase > 0))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX card_new ON card_state (guide, rank, buried_until, is_suspended)
        WHERE phase = 0 AND guide IS NOT NULL AND is_suspended = 0;
    CREATE INDEX card_due_moment ON card_state (due_at, buried_until, guide, is_suspended)
        WHERE due_at IS NOT NULL AND guide IS NOT NULL AND is_suspended = 0;
    CREATE INDEX card_due_day
        ON card_state (due_day, last_time, stability, buried_until, guide, is_suspended)
        WHERE due_day IS NOT NULL AND guide IS NOT NULL AND is_suspended = 0;
    CREATE INDEX card_changed ON card_state (guide) WHERE is_changed = 1;
    CREATE INDEX card_marked ON card_state (guide)
        WHERE is_suspended = 1 OR buried_until IS NOT NULL OR is_flagged = 1;
    CREATE INDEX card_guide ON card_state (guide, phase, interval);

    -- Events that are taken back now.
    CREATE TABLE undone (event INTEGER PRIMARY KEY REFERENCES event) STRICT;

    -- Histories that go over: reviews of item up to a time belong to target.
    CREATE TABLE link (
        item INTEGER NOT NULL REFERENCES item,
        target INTEGER NOT NULL REFERENCES item,
        time INTEGER NOT NULL,
        PRIMARY KEY (item, time, target)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX link_target ON link (target);

    -- Texts that are another item's than the one they were seen or answered under: those taken from it,
    -- and, where that is undone, all (fingerprint NULL) of the item that was made for them.
    CREATE TABLE parting (
        item INTEGER NOT NULL REFERENCES item,
        fingerprint INTEGER,
        owner INTEGER NOT NULL REFERENCES item
    ) STRICT;
    CREATE UNIQUE INDEX parting_item ON parting (item, fingerprint);
    CREATE INDEX parting_owner ON parting (owner);

    -- Figures of a study day. Practice is what proves no lasting memory: steps and recognition;
    -- young and mature are answers from memory to cards in review, below and from 21 days.
    CREATE TABLE day_total (
        class_slug TEXT NOT NULL,
        day INTEGER NOT NULL,
        reviews INTEGER NOT NULL,
        introduced INTEGER NOT NULL,
        milliseconds INTEGER NOT NULL,
        practice_right INTEGER NOT NULL,
        practice_wrong INTEGER NOT NULL,
        young_right INTEGER NOT NULL,
        young_wrong INTEGER NOT NULL,
        mature_right INTEGER NOT NULL,
        mature_wrong INTEGER NOT NULL,
        PRIMARY KEY (class_slug, day)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX day_total_day ON day_total (day);

    -- Small facts about the store itself: see Setting.swift.
    CREATE TABLE setting (name TEXT PRIMARY KEY, value ANY NOT NULL) STRICT, WITHOUT ROWID;
    """

/// Numbers of a device's events begin at 1 and leave none out.
let eventGapless = """
    CREATE TRIGGER event_gapless BEFORE INSERT ON event
        WHEN NEW.sequence <> 1 + coalesce(
            (SELECT max(sequence) FROM event WHERE device = NEW.device), 0)
        BEGIN SELECT RAISE(ABORT, 'the events of a device have no gaps'); END;
    """
