-- Papers that were issued, by the hash of the token in their QR code: who asks with the token learns whether the paper still
-- holds. The token itself stands in the operation that issued it.
CREATE TABLE paper_token (
    token_hash TEXT PRIMARY KEY,
    office     TEXT NOT NULL,
    record     TEXT NOT NULL
) WITHOUT ROWID;
