-- Words of names are looked for as they stand in a name, and two names at once: common/register/search_terms.h says what the
-- keys are. One row per key of a record; a record knows its keys by its `words`. WITHOUT ROWID: one tree.
DROP TABLE search_key;
CREATE TABLE search_key (
    office TEXT NOT NULL,
    word   TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (office, word, record)
) WITHOUT ROWID;

-- Records whose keys are still to be made after an update of the program; empty before anything else is done.
CREATE TABLE search_waiting (
    office TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (office, record)
) WITHOUT ROWID;
INSERT INTO search_waiting (office, record) SELECT office, record FROM record;
UPDATE record SET words = '';
