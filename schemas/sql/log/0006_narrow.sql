-- The rows that every registration adds most of, in one tree less each: a table that is its own key needs no second copy
-- of it. Nobody asks for a person by the record alone any more: a judgement tells the office too.
CREATE TABLE search_key_narrow (
    office TEXT NOT NULL,
    word   TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (office, word, record)
) WITHOUT ROWID;
INSERT INTO search_key_narrow SELECT office, word, record FROM search_key ORDER BY office, word, record;
DROP TABLE search_key;
ALTER TABLE search_key_narrow RENAME TO search_key;
CREATE INDEX search_key_by_record ON search_key (office, record);

CREATE TABLE claim_narrow (
    claim_key TEXT NOT NULL,
    office    TEXT NOT NULL,
    record    TEXT NOT NULL,
    PRIMARY KEY (claim_key, office, record)
) WITHOUT ROWID;
INSERT INTO claim_narrow SELECT claim_key, office, record FROM claim ORDER BY claim_key, office, record;
DROP TABLE claim;
ALTER TABLE claim_narrow RENAME TO claim;
CREATE INDEX claim_by_record ON claim (office, record);

DROP INDEX person_by_record;
