-- What only the server has: its offices, their desks, and the codes that enrol one.

-- A printed number is never given twice: the last net under promise 1.
CREATE UNIQUE INDEX record_number_once ON record (office, book, year, reg_no)
    WHERE reg_no IS NOT NULL AND state = 'registered';

CREATE TABLE office (
    office  TEXT PRIMARY KEY,
    profile TEXT NOT NULL
);

CREATE TABLE desk (
    office     TEXT NOT NULL,
    desk       TEXT NOT NULL,
    public_key TEXT NOT NULL,
    enrolled_at INTEGER NOT NULL,
    shut_out   INTEGER NOT NULL,
    PRIMARY KEY (office, desk)
);

-- One-time codes, kept as hashes; used_by lets a desk whose answer was lost ask again with the same key.
CREATE TABLE enrol_code (
    code_hash  TEXT PRIMARY KEY,
    office     TEXT NOT NULL,
    expires_at INTEGER NOT NULL,
    used_by    TEXT
);
