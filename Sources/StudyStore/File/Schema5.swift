/// Answers by week and sort, from which recall is compared with what was predicted.
///
/// It is derived: the store is replayed when this schema is reached, for study days are counted anew too,
/// with five minutes at most for an answer, and a second answer on one day as practice.
let schema5 = """
    -- Figures of a week's answers of one sort (RecallTotal.swift). trial: 0 practice, 1 young, 2 mature.
    -- week: the study day of its Monday. tenth: of predicted recall, 0-9. millionths: predicted recall, summed.
    CREATE TABLE recall_total (
        week INTEGER NOT NULL,
        class_slug TEXT NOT NULL,
        form TEXT NOT NULL,
        trial INTEGER NOT NULL CHECK (trial BETWEEN 0 AND 2),
        tenth INTEGER NOT NULL CHECK (tenth BETWEEN 0 AND 9),
        answers INTEGER NOT NULL,
        correct INTEGER NOT NULL,
        millionths INTEGER NOT NULL,
        milliseconds INTEGER NOT NULL,
        PRIMARY KEY (week, class_slug, form, trial, tenth)
    ) STRICT, WITHOUT ROWID;

    DELETE FROM setting WHERE name = 'rules-version';
    """
