-- Who read personal data, when: as each desk told it, and looks beyond the own office, which are written before they are
-- answered (common/sync/reading_book.h). `at` is the desk's clock; a desk put back to an old copy counts `seq` again, so that
-- the two together name a row. reason only where the scope was wide.
CREATE TABLE reading (
    office      TEXT NOT NULL,
    desk        TEXT NOT NULL,
    seq         INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    who         TEXT NOT NULL,
    act         TEXT NOT NULL,
    record      TEXT NOT NULL,
    reason      TEXT NOT NULL,
    PRIMARY KEY (office, desk, seq, at)
) WITHOUT ROWID;
CREATE INDEX reading_by_time ON reading (office, received_at);
