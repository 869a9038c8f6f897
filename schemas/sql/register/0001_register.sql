-- What only a desk has: who it is, and work that is not in the log yet.

-- Settings of this desk: identity, keys, the server's address and certificate, where the feed stands.
CREATE TABLE meta (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- What a clerk is typing. It is on disk with every pause and leaves no trace in the log.
CREATE TABLE draft (
    draft      TEXT PRIMARY KEY,
    event      TEXT NOT NULL,
    record     TEXT NOT NULL,
    data       TEXT NOT NULL,
    title      TEXT NOT NULL,
    updated_at INTEGER NOT NULL
);
