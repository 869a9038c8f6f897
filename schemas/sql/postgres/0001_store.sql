-- The server's store in PostgreSQL: the tables of schemas/sql/log and schemas/sql/server/sqlite, held equal by
-- tests/syncserver/postgres_test. Texts are COLLATE "C", so that they compare byte by byte as in SQLite. Every
-- key begins with the office, or with what the table is spread by; distribute.sql spreads them over nodes. No sequences,
-- triggers, notifications or foreign keys: they do not work across nodes, and a sequence is not commit order.

-- The log of an office and what is folded from it. The same tables stand in every desk's register and in the server's
-- store; everything below "operation" can be rebuilt from it.

-- One row per operation. revision, verdict and entry_hash are NULL until the server has decided it.
CREATE TABLE operation (
    office     TEXT COLLATE "C" NOT NULL,
    desk       TEXT COLLATE "C" NOT NULL,
    seq        BIGINT NOT NULL,
    record     TEXT COLLATE "C" NOT NULL,
    body       TEXT COLLATE "C" NOT NULL,
    hash       TEXT COLLATE "C" NOT NULL,
    signature  TEXT COLLATE "C",
    revision   BIGINT,
    verdict    TEXT COLLATE "C",
    entry_hash TEXT COLLATE "C",
    PRIMARY KEY (office, desk, seq)
);
CREATE UNIQUE INDEX operation_by_revision ON operation (office, revision);
-- Covers what verification must still read when a page of the table itself is damaged.
CREATE INDEX operation_by_record ON operation (office, record, revision, desk, seq);

CREATE TABLE record (
    office   TEXT COLLATE "C" NOT NULL,
    record   TEXT COLLATE "C" NOT NULL,
    event    TEXT COLLATE "C" NOT NULL,
    state    TEXT COLLATE "C" NOT NULL,
    book     TEXT COLLATE "C" NOT NULL,
    year     BIGINT NOT NULL,
    reg_no   BIGINT,
    reg_date TEXT COLLATE "C" NOT NULL,
    title    TEXT COLLATE "C" NOT NULL,
    words    TEXT COLLATE "C" NOT NULL,
    folded   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, record)
);
CREATE INDEX record_by_number ON record (office, book, year, reg_no);
CREATE INDEX record_by_state ON record (office, state, record);

-- One row per searchable word of a record: folded words of names, numbers, id documents.
CREATE TABLE search_key (
    office TEXT COLLATE "C" NOT NULL,
    word   TEXT COLLATE "C" NOT NULL,
    record TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, word, record)
);
CREATE INDEX search_key_by_record ON search_key (office, record);

-- What registrations claim as unique in the nation; the key is a hash and says nothing about the person.
CREATE TABLE claim (
    claim_key TEXT COLLATE "C" NOT NULL,
    office    TEXT COLLATE "C" NOT NULL,
    record    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (claim_key, office, record)
);
CREATE INDEX claim_by_record ON claim (office, record);

-- The last number given out of a book, in whatever way.
CREATE TABLE number_book (
    office  TEXT COLLATE "C" NOT NULL,
    book    TEXT COLLATE "C" NOT NULL,
    year    BIGINT NOT NULL,
    last_no BIGINT NOT NULL,
    PRIMARY KEY (office, book, year)
);

-- Numbers that came back unused; they are given out again, lowest first.
CREATE TABLE number_free (
    office TEXT COLLATE "C" NOT NULL,
    book   TEXT COLLATE "C" NOT NULL,
    year   BIGINT NOT NULL,
    reg_no BIGINT NOT NULL,
    PRIMARY KEY (office, book, year, reg_no)
);

-- Blocks of numbers granted to one desk, so that it registers and prints offline.
CREATE TABLE number_block (
    office   TEXT COLLATE "C" NOT NULL,
    block    TEXT COLLATE "C" NOT NULL,
    desk     TEXT COLLATE "C" NOT NULL,
    book     TEXT COLLATE "C" NOT NULL,
    year     BIGINT NOT NULL,
    first_no BIGINT NOT NULL,
    last_no  BIGINT NOT NULL,
    returned BIGINT NOT NULL,
    PRIMARY KEY (office, block)
);
-- What the other events need beside births: notes on entries, people, books. All of it is rebuilt from the log.

-- Records whose registration notes something on another entry of the office.
CREATE TABLE annotation_link (
    office TEXT COLLATE "C" NOT NULL,
    target TEXT COLLATE "C" NOT NULL,
    source TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, target, source)
);
CREATE INDEX annotation_link_by_source ON annotation_link (office, source);

-- Notes of other offices that wait for this one, and those that its own entries sent elsewhere.
CREATE TABLE annotation_notice (
    office        TEXT COLLATE "C" NOT NULL,
    record        TEXT COLLATE "C" NOT NULL,
    source_office TEXT COLLATE "C" NOT NULL,
    source_record TEXT COLLATE "C" NOT NULL,
    kind          TEXT COLLATE "C" NOT NULL,
    state         TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, record, source_office, source_record, kind)
);
CREATE INDEX annotation_notice_by_state ON annotation_notice (office, state);

-- One row per person an entry names. pin and document are certain, name_key and birth_date only propose.
CREATE TABLE person (
    office     TEXT COLLATE "C" NOT NULL,
    record     TEXT COLLATE "C" NOT NULL,
    role       TEXT COLLATE "C" NOT NULL,
    full_name  TEXT COLLATE "C" NOT NULL,
    name_key   TEXT COLLATE "C" NOT NULL,
    birth_date TEXT COLLATE "C" NOT NULL,
    gender     TEXT COLLATE "C" NOT NULL,
    pin        TEXT COLLATE "C" NOT NULL,
    document   TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, record, role)
);
CREATE INDEX person_by_pin ON person (pin) WHERE pin <> '';
CREATE INDEX person_by_document ON person (document) WHERE document <> '';
CREATE INDEX person_by_name ON person (name_key, birth_date);
-- A judgement names the record, not its office.
CREATE INDEX person_by_record ON person (record, role);

-- a is parent, adoptive_parent, guardian, supervisor or spouse of b; since from_date; active until the entry says it ended,
-- on ended_on.
CREATE TABLE person_relation (
    office    TEXT COLLATE "C" NOT NULL,
    record    TEXT COLLATE "C" NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL,
    a_role    TEXT COLLATE "C" NOT NULL,
    b_role    TEXT COLLATE "C" NOT NULL,
    from_date TEXT COLLATE "C" NOT NULL,
    active    BIGINT NOT NULL,
    ended_on  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, record, kind, a_role, b_role)
);

-- dead, capacity_lost, capacity_limited, missing: what an entry says of a person for everyone else.
CREATE TABLE person_flag (
    office TEXT COLLATE "C" NOT NULL,
    record TEXT COLLATE "C" NOT NULL,
    role   TEXT COLLATE "C" NOT NULL,
    flag   TEXT COLLATE "C" NOT NULL,
    since  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, record, role, flag)
);

-- Two namings that a clerk has judged to be one person, or two; a is the smaller (record, role).
CREATE TABLE person_judgement (
    office   TEXT COLLATE "C" NOT NULL,
    record_a TEXT COLLATE "C" NOT NULL,
    role_a   TEXT COLLATE "C" NOT NULL,
    record_b TEXT COLLATE "C" NOT NULL,
    role_b   TEXT COLLATE "C" NOT NULL,
    is_same  BIGINT NOT NULL,
    PRIMARY KEY (office, record_a, role_a, record_b, role_b)
);
CREATE INDEX person_judgement_by_a ON person_judgement (record_a, role_a);
CREATE INDEX person_judgement_by_b ON person_judgement (record_b, role_b);

-- A year's book: volumes opened, where numbering began, how it was closed. Numbers that were made void.
CREATE TABLE register_book (
    office    TEXT COLLATE "C" NOT NULL,
    book      TEXT COLLATE "C" NOT NULL,
    year      BIGINT NOT NULL,
    volume    BIGINT NOT NULL,
    first_no  BIGINT NOT NULL,
    opened_on TEXT COLLATE "C" NOT NULL,
    closed_on TEXT COLLATE "C" NOT NULL,
    totals    TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, book, year, volume)
);
CREATE TABLE void_number (
    office TEXT COLLATE "C" NOT NULL,
    book   TEXT COLLATE "C" NOT NULL,
    year   BIGINT NOT NULL,
    reg_no BIGINT NOT NULL,
    reason TEXT COLLATE "C" NOT NULL,
    decided BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (office, book, year, reg_no)
);
-- Entries whose person waits for a personal number (waiting), was refused one (refused), or has one that is not on a paper
-- yet (arrived); the others have no row.
CREATE TABLE pin_state (
    office TEXT COLLATE "C" NOT NULL,
    record TEXT COLLATE "C" NOT NULL,
    state  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, record)
);
CREATE INDEX pin_state_by_state ON pin_state (office, state, record);
-- What only the server has: its offices, their desks, and the codes that enrol one.

-- A printed number is never given twice: the last net under promise 1.
CREATE UNIQUE INDEX record_number_once ON record (office, book, year, reg_no)
    WHERE reg_no IS NOT NULL AND state = 'registered';

CREATE TABLE office (
    office  TEXT COLLATE "C" PRIMARY KEY,
    profile TEXT COLLATE "C" NOT NULL
);

CREATE TABLE desk (
    office     TEXT COLLATE "C" NOT NULL,
    desk       TEXT COLLATE "C" NOT NULL,
    public_key TEXT COLLATE "C" NOT NULL,
    enrolled_at BIGINT NOT NULL,
    shut_out   BIGINT NOT NULL,
    PRIMARY KEY (office, desk)
);

-- One-time codes, kept as hashes; used_by lets a desk whose answer was lost ask again with the same key.
CREATE TABLE enrol_code (
    code_hash  TEXT COLLATE "C" PRIMARY KEY,
    office     TEXT COLLATE "C" NOT NULL,
    expires_at BIGINT NOT NULL,
    used_by    TEXT COLLATE "C"
);
-- Who may administer this server through its web pages. The hash is Argon2id with its own salt and cost.
CREATE TABLE administrator (
    name          TEXT COLLATE "C" PRIMARY KEY,
    password_hash TEXT COLLATE "C" NOT NULL,
    created_at    BIGINT NOT NULL
);
-- What an accepted entry of one office has to tell another: a note for its book, or the answer to one. Written with the
-- verdict, carried into the other office's feed in a step of its own, so that no acceptance touches two offices.
CREATE TABLE office_mail (
    office    TEXT COLLATE "C" NOT NULL,
    mail      BIGINT NOT NULL,
    kind      TEXT COLLATE "C" NOT NULL,
    record    TEXT COLLATE "C" NOT NULL,
    to_office TEXT COLLATE "C" NOT NULL,
    content   TEXT COLLATE "C" NOT NULL,
    delivered BIGINT NOT NULL,
    PRIMARY KEY (office, mail)
);
-- An index takes no text of more than some 2,700 bytes.
CREATE UNIQUE INDEX office_mail_once ON office_mail (office, record, kind, to_office, md5(content));
CREATE INDEX office_mail_waiting ON office_mail (office, mail) WHERE delivered = 0;
-- Personal numbers that the population database is asked for: one row per entry. Written with the verdict that accepts the
-- entry. request is the key under which that database knows it, so that one entry never gets two numbers.
--   state     queued: not known to have reached the database; sent; issued; refused; conflict: a second, different number came
--   round     1, and one more each time the clerk asks again after a refusal
--   in_doubt  1: it may have arrived, or is being worked on; the next step is a question
--   told_at   when the feed was told that it was sent; NULL in a new round
--   next_at   nothing is done with it before
CREATE TABLE pin_request (
    office    TEXT COLLATE "C" NOT NULL,
    record    TEXT COLLATE "C" NOT NULL,
    person    TEXT COLLATE "C" NOT NULL,
    request   TEXT COLLATE "C" NOT NULL,
    state     TEXT COLLATE "C" NOT NULL,
    round     BIGINT NOT NULL,
    attempts  BIGINT NOT NULL,
    in_doubt  BIGINT NOT NULL,
    queued_at BIGINT NOT NULL,
    next_at   BIGINT NOT NULL,
    told_at   BIGINT,
    pin       TEXT COLLATE "C" NOT NULL,
    other_pin TEXT COLLATE "C" NOT NULL,
    code      TEXT COLLATE "C" NOT NULL,
    text      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, record)
);
-- Those that are issued are the many; nobody looks for them here but by their number.
CREATE INDEX pin_request_open ON pin_request (state, next_at) WHERE state <> 'issued';
CREATE INDEX pin_request_by_pin ON pin_request (pin) WHERE pin <> '';

-- Bundles that travel by hand: where a desk said that it stands, and how many bundles were made for it.
--   cursor     the last revision of the feed that the desk has, as its newest bundle says
--   stated_at  when that bundle was made, by the desk's clock: an older one that arrives late does not turn it back
--   made       the number of the last bundle made for the desk
CREATE TABLE courier (
    office    TEXT COLLATE "C" NOT NULL,
    desk      TEXT COLLATE "C" NOT NULL,
    cursor    BIGINT NOT NULL,
    stated_at BIGINT NOT NULL,
    made      BIGINT NOT NULL,
    PRIMARY KEY (office, desk)
);

-- Where a registration is looked for that may be of the same event: asked by key of the whole nation, so the key leads.
CREATE TABLE duplicate_key (
    dup_key BIGINT NOT NULL,
    office  TEXT COLLATE "C" NOT NULL,
    record  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (dup_key, office, record)
);
CREATE TABLE duplicate_data (
    office   TEXT COLLATE "C" NOT NULL,
    record   TEXT COLLATE "C" NOT NULL,
    compared TEXT COLLATE "C" NOT NULL,
    dup_keys TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, record)
);

-- Held while something unique in the nation is decided, so that two servers do not both accept it: common/sync/host_gates.
-- Some 2^20 rows at most; only their locks mean anything.
CREATE TABLE claim_gate (
    gate TEXT COLLATE "C" PRIMARY KEY
);
