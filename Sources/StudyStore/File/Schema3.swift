/// What the grader made of answers in the learner's own words: an event's payload beside its review.
///
/// Never edited: what changes, changes in a migration of its own.
///
/// marks: one word for each point of the model answer, parted by spaces: covered, partly, missing or
/// contradicted, with * after it when the learner turned it. accepted: the words that count as an answer
/// to the card from now on.
let schema3 = """
    CREATE TABLE assessment (
        event INTEGER PRIMARY KEY REFERENCES review,
        proposed INTEGER NOT NULL CHECK (proposed BETWEEN 1 AND 4),
        score REAL NOT NULL CHECK (score BETWEEN 0 AND 1),
        confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
        marks TEXT NOT NULL,
        accepted TEXT
    ) STRICT;
    CREATE TRIGGER assessment_kept BEFORE DELETE ON assessment
        BEGIN SELECT RAISE(ABORT, 'assessments are never deleted'); END;
    CREATE TRIGGER assessment_fixed BEFORE UPDATE ON assessment
        BEGIN SELECT RAISE(ABORT, 'assessments are never changed'); END;
    """
