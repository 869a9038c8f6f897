-- Papers that were issued and where each is: sent to the printer, signed, handed over, spoiled; folded from the log with the
-- record. `blank` is the kind of pre-printed blank it stands on, "" for plain paper.
CREATE TABLE issued_paper (
    office      TEXT COLLATE "C" NOT NULL,
    record      TEXT COLLATE "C" NOT NULL,
    token       TEXT COLLATE "C" NOT NULL,
    certificate TEXT COLLATE "C" NOT NULL,
    state       TEXT COLLATE "C" NOT NULL,
    at          BIGINT NOT NULL,
    blank       TEXT COLLATE "C" NOT NULL,
    prefix      TEXT COLLATE "C" NOT NULL,
    digits      BIGINT NOT NULL,
    number      BIGINT NOT NULL,
    PRIMARY KEY (office, record, token)
);
CREATE INDEX issued_paper_by_state ON issued_paper (office, state, at);
CREATE INDEX issued_paper_by_token ON issued_paper (office, token);
CREATE INDEX issued_paper_by_blank ON issued_paper (office, blank, prefix, digits, number) WHERE blank <> '';
-- Blanks that came in, and those that went without a print.
CREATE TABLE blank_move (
    office   TEXT COLLATE "C" NOT NULL,
    move     TEXT COLLATE "C" NOT NULL,
    kind     TEXT COLLATE "C" NOT NULL,
    prefix   TEXT COLLATE "C" NOT NULL,
    digits   BIGINT NOT NULL,
    first_no BIGINT NOT NULL,
    last_no  BIGINT NOT NULL,
    what     TEXT COLLATE "C" NOT NULL,
    note     TEXT COLLATE "C" NOT NULL,
    on_day   TEXT COLLATE "C" NOT NULL,
    by_whom  TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, move)
);
CREATE INDEX blank_move_by_kind ON blank_move (office, kind);
