-- People who sign in to the server. The accounts themselves stand in the feeds (log/0008_accounts.sql); here is what only the
-- server knows of them.

-- Who is called how, in the whole nation; home is the feed that is asked for the account.
CREATE TABLE account_name (
    name    TEXT PRIMARY KEY,
    account TEXT NOT NULL,
    home    TEXT NOT NULL
);
CREATE INDEX account_name_by_account ON account_name (account);

-- The second factor of an account (TOTP, RFC 6238). The secret is sealed with a key of the server's folder; last_step is the
-- last time step a code was taken of, so that none is good twice.
CREATE TABLE second_factor (
    account   TEXT PRIMARY KEY,
    sealed    TEXT NOT NULL,
    last_step INTEGER NOT NULL
);

-- Who is signed in. The token itself is nowhere but with the one who has it.
CREATE TABLE session (
    token_hash TEXT PRIMARY KEY,
    account    TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX session_by_account ON session (account);
