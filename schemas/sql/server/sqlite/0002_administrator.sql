-- Who may administer this server through its web pages. The hash is Argon2id with its own salt and cost.
CREATE TABLE administrator (
    name          TEXT PRIMARY KEY,
    password_hash TEXT NOT NULL,
    created_at    INTEGER NOT NULL
);
