-- The log of an office and what is folded from it. The same tables stand in every desk's register and in the server's
-- store; everything below "operation" can be rebuilt from it.

-- One row per operation. revision, verdict and entry_hash are NULL until the server has decided it.
CREATE TABLE operation (
    office     TEXT NOT NULL,
    desk       TEXT NOT NULL,
    seq        INTEGER NOT NULL,
    record     TEXT NOT NULL,
    body       TEXT NOT NULL,
    hash       TEXT NOT NULL,
    signature  TEXT,
    revision   INTEGER,
    verdict    TEXT,
    entry_hash TEXT,
    PRIMARY KEY (office, desk, seq)
);
CREATE UNIQUE INDEX operation_by_revision ON operation (office, revision);
-- Covers what verification must still read when a page of the table itself is damaged.
CREATE INDEX operation_by_record ON operation (office, record, revision, desk, seq);

CREATE TABLE record (
    office   TEXT NOT NULL,
    record   TEXT NOT NULL,
    event    TEXT NOT NULL,
    state    TEXT NOT NULL,
    book     TEXT NOT NULL,
    year     INTEGER NOT NULL,
    reg_no   INTEGER,
    reg_date TEXT NOT NULL,
    title    TEXT NOT NULL,
    words    TEXT NOT NULL,
    folded   TEXT NOT NULL,
    PRIMARY KEY (office, record)
);
CREATE INDEX record_by_number ON record (office, book, year, reg_no);
CREATE INDEX record_by_state ON record (office, state, record);

-- One row per searchable word of a record: folded words of names, numbers, id documents.
CREATE TABLE search_key (
    office TEXT NOT NULL,
    word   TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (office, word, record)
);
CREATE INDEX search_key_by_record ON search_key (office, record);

-- What registrations claim as unique in the nation; the key is a hash and says nothing about the person.
CREATE TABLE claim (
    claim_key TEXT NOT NULL,
    office    TEXT NOT NULL,
    record    TEXT NOT NULL,
    PRIMARY KEY (claim_key, office, record)
);
CREATE INDEX claim_by_record ON claim (office, record);

-- The last number given out of a book, in whatever way.
CREATE TABLE number_book (
    office  TEXT NOT NULL,
    book    TEXT NOT NULL,
    year    INTEGER NOT NULL,
    last_no INTEGER NOT NULL,
    PRIMARY KEY (office, book, year)
);

-- Numbers that came back unused; they are given out again, lowest first.
CREATE TABLE number_free (
    office TEXT NOT NULL,
    book   TEXT NOT NULL,
    year   INTEGER NOT NULL,
    reg_no INTEGER NOT NULL,
    PRIMARY KEY (office, book, year, reg_no)
);

-- Blocks of numbers granted to one desk, so that it registers and prints offline.
CREATE TABLE number_block (
    office   TEXT NOT NULL,
    block    TEXT NOT NULL,
    desk     TEXT NOT NULL,
    book     TEXT NOT NULL,
    year     INTEGER NOT NULL,
    first_no INTEGER NOT NULL,
    last_no  INTEGER NOT NULL,
    returned INTEGER NOT NULL,
    PRIMARY KEY (office, block)
);
