-- Where a registration is looked for that may be of the same event; rebuilt from the log like the rest. A key is a hash of
-- few values (name and day, mother and day …) and says nothing about the person; it leads, for one key is asked of the
-- whole nation at once. WITHOUT ROWID: one tree, no second copy of the key.
CREATE TABLE duplicate_key (
    dup_key INTEGER NOT NULL,
    office  TEXT NOT NULL,
    record  TEXT NOT NULL,
    PRIMARY KEY (dup_key, office, record)
) WITHOUT ROWID;

-- The values that are compared, a line each in the order of the event's definition, and the record's own keys.
CREATE TABLE duplicate_data (
    office   TEXT NOT NULL,
    record   TEXT NOT NULL,
    compared TEXT NOT NULL,
    dup_keys TEXT NOT NULL,
    PRIMARY KEY (office, record)
) WITHOUT ROWID;
