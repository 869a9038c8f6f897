-- Who read personal data on this desk, when, and what for: an opened record, a printed paper, a search, a list
-- (common/register/reading_log.h). What was searched stays here; the rest goes to the server with the next exchange.
CREATE TABLE reading (
    seq    INTEGER PRIMARY KEY,
    at     INTEGER NOT NULL,
    who    TEXT NOT NULL,
    act    TEXT NOT NULL,
    record TEXT NOT NULL,
    words  TEXT NOT NULL
);
