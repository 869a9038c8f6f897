-- Personal numbers that the population database is asked for: one row per entry. Written with the verdict that accepts the
-- entry. request is the key under which that database knows it, so that one entry never gets two numbers.
--   state     queued: not known to have reached the database; sent; issued; refused; conflict: a second, different number came
--   round     1, and one more each time the clerk asks again after a refusal
--   in_doubt  1: it may have arrived, or is being worked on; the next step is a question
--   told_at   when the feed was told that it was sent; NULL in a new round
--   next_at   nothing is done with it before
CREATE TABLE pin_request (
    office    TEXT NOT NULL,
    record    TEXT NOT NULL,
    person    TEXT NOT NULL,
    request   TEXT NOT NULL,
    state     TEXT NOT NULL,
    round     INTEGER NOT NULL,
    attempts  INTEGER NOT NULL,
    in_doubt  INTEGER NOT NULL,
    queued_at INTEGER NOT NULL,
    next_at   INTEGER NOT NULL,
    told_at   INTEGER,
    pin       TEXT NOT NULL,
    other_pin TEXT NOT NULL,
    code      TEXT NOT NULL,
    text      TEXT NOT NULL,
    PRIMARY KEY (office, record)
);
-- Those that are issued are the many; nobody looks for them here but by their number.
CREATE INDEX pin_request_open ON pin_request (state, next_at) WHERE state <> 'issued';
CREATE INDEX pin_request_by_pin ON pin_request (pin) WHERE pin <> '';
