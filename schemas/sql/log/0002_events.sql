-- What the other events need beside births: notes on entries, people, books. All of it is rebuilt from the log.

-- Records whose registration notes something on another entry of the office.
CREATE TABLE annotation_link (
    office TEXT NOT NULL,
    target TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (office, target, source)
);
CREATE INDEX annotation_link_by_source ON annotation_link (office, source);

-- Notes of other offices that wait for this one, and those that its own entries sent elsewhere.
CREATE TABLE annotation_notice (
    office        TEXT NOT NULL,
    record        TEXT NOT NULL,
    source_office TEXT NOT NULL,
    source_record TEXT NOT NULL,
    kind          TEXT NOT NULL,
    state         TEXT NOT NULL,
    PRIMARY KEY (office, record, source_office, source_record, kind)
);
CREATE INDEX annotation_notice_by_state ON annotation_notice (office, state);

-- One row per person an entry names. pin and document are certain, name_key and birth_date only propose.
CREATE TABLE person (
    office     TEXT NOT NULL,
    record     TEXT NOT NULL,
    role       TEXT NOT NULL,
    full_name  TEXT NOT NULL,
    name_key   TEXT NOT NULL,
    birth_date TEXT NOT NULL,
    gender     TEXT NOT NULL,
    pin        TEXT NOT NULL,
    document   TEXT NOT NULL,
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
    office    TEXT NOT NULL,
    record    TEXT NOT NULL,
    kind      TEXT NOT NULL,
    a_role    TEXT NOT NULL,
    b_role    TEXT NOT NULL,
    from_date TEXT NOT NULL,
    active    INTEGER NOT NULL,
    ended_on  TEXT NOT NULL,
    PRIMARY KEY (office, record, kind, a_role, b_role)
);

-- dead, capacity_lost, capacity_limited, missing: what an entry says of a person for everyone else.
CREATE TABLE person_flag (
    office TEXT NOT NULL,
    record TEXT NOT NULL,
    role   TEXT NOT NULL,
    flag   TEXT NOT NULL,
    since  TEXT NOT NULL,
    PRIMARY KEY (office, record, role, flag)
);

-- Two namings that a clerk has judged to be one person, or two; a is the smaller (record, role).
CREATE TABLE person_judgement (
    office   TEXT NOT NULL,
    record_a TEXT NOT NULL,
    role_a   TEXT NOT NULL,
    record_b TEXT NOT NULL,
    role_b   TEXT NOT NULL,
    is_same  INTEGER NOT NULL,
    PRIMARY KEY (office, record_a, role_a, record_b, role_b)
);
CREATE INDEX person_judgement_by_a ON person_judgement (record_a, role_a);
CREATE INDEX person_judgement_by_b ON person_judgement (record_b, role_b);

-- A year's book: volumes opened, where numbering began, how it was closed. Numbers that were made void.
CREATE TABLE register_book (
    office    TEXT NOT NULL,
    book      TEXT NOT NULL,
    year      INTEGER NOT NULL,
    volume    INTEGER NOT NULL,
    first_no  INTEGER NOT NULL,
    opened_on TEXT NOT NULL,
    closed_on TEXT NOT NULL,
    totals    TEXT NOT NULL,
    PRIMARY KEY (office, book, year, volume)
);
CREATE TABLE void_number (
    office TEXT NOT NULL,
    book   TEXT NOT NULL,
    year   INTEGER NOT NULL,
    reg_no INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (office, book, year, reg_no)
);
