/// The catalogue's digest in buckets: after an edit only the files in one of them are compared.
///
/// No file is in a bucket yet, so that the next sweep reads all of them and puts them there.
let schema2 = """
    ALTER TABLE file ADD COLUMN bucket INTEGER NOT NULL DEFAULT -1;
    CREATE INDEX file_bucket ON file (bucket);

    -- What the files of each bucket amount to: see CatalogueDigest.swift. Empty before the first sweep.
    CREATE TABLE catalogue_digest (
        bucket INTEGER PRIMARY KEY,
        digest INTEGER NOT NULL
    ) STRICT;

    DELETE FROM setting WHERE name = 'catalogue-digest';
    """
