-- Heads of the office's feed that the server has signed, one an exchange: what receipts of entries rest on
-- (common/register/receipt.h).
CREATE TABLE signed_head (
    office    TEXT NOT NULL,
    revision  INTEGER NOT NULL,
    signature TEXT NOT NULL,
    PRIMARY KEY (office, revision)
) WITHOUT ROWID;
