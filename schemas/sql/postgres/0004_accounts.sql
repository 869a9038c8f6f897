-- schemas/sql/log/0008_accounts.sql and schemas/sql/server/sqlite/0006_accounts.sql.

-- The accounts of people who have, or had, a right in this feed's unit; folded from the log.
CREATE TABLE account (
    office  TEXT COLLATE "C" NOT NULL,
    account TEXT COLLATE "C" NOT NULL,
    name    TEXT COLLATE "C" NOT NULL,
    content TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, account)
);
CREATE INDEX account_by_name ON account (office, name);

-- Who is called how, in the whole nation; home is the feed that is asked for the account.
CREATE TABLE account_name (
    name    TEXT COLLATE "C" PRIMARY KEY,
    account TEXT COLLATE "C" NOT NULL,
    home    TEXT COLLATE "C" NOT NULL
);
CREATE INDEX account_name_by_account ON account_name (account);

-- The second factor of an account (TOTP, RFC 6238).
CREATE TABLE second_factor (
    account   TEXT COLLATE "C" PRIMARY KEY,
    sealed    TEXT COLLATE "C" NOT NULL,
    last_step BIGINT NOT NULL
);

-- Who is signed in.
CREATE TABLE session (
    token_hash TEXT COLLATE "C" PRIMARY KEY,
    account    TEXT COLLATE "C" NOT NULL,
    started_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX session_by_account ON session (account);

-- Papers that were issued, by the hash of the token in their QR code.
CREATE TABLE paper_token (
    token_hash TEXT COLLATE "C" PRIMARY KEY,
    office     TEXT COLLATE "C" NOT NULL,
    record     TEXT COLLATE "C" NOT NULL
);
