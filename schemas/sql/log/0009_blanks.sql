-- Papers that were issued and where each is: sent to the printer, signed, handed over, spoiled; folded from the log with the
-- record. `blank` is the kind of pre-printed blank it stands on, "" for plain paper.
CREATE TABLE issued_paper (
    office      TEXT NOT NULL,
    record      TEXT NOT NULL,
    token       TEXT NOT NULL,
    certificate TEXT NOT NULL,
    state       TEXT NOT NULL,
    at          INTEGER NOT NULL,
    blank       TEXT NOT NULL,
    prefix      TEXT NOT NULL,
    digits      INTEGER NOT NULL,
    number      INTEGER NOT NULL,
    PRIMARY KEY (office, record, token)
) WITHOUT ROWID;
CREATE INDEX issued_paper_by_state ON issued_paper (office, state, at);
CREATE INDEX issued_paper_by_token ON issued_paper (office, token);
CREATE INDEX issued_paper_by_blank ON issued_paper (office, blank, prefix, digits, number) WHERE blank <> '';
-- Blanks that came in, and those that went without a print.
CREATE TABLE blank_move (
    office   TEXT NOT NULL,
    move     TEXT NOT NULL,
    kind     TEXT NOT NULL,
    prefix   TEXT NOT NULL,
    digits   INTEGER NOT NULL,
    first_no INTEGER NOT NULL,
    last_no  INTEGER NOT NULL,
    what     TEXT NOT NULL,
    note     TEXT NOT NULL,
    on_day   TEXT NOT NULL,
    by_whom  TEXT NOT NULL,
    PRIMARY KEY (office, move)
) WITHOUT ROWID;
CREATE INDEX blank_move_by_kind ON blank_move (office, kind);
