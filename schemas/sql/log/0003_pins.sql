-- Entries whose person waits for a personal number (waiting), was refused one (refused), or has one that is not on a paper
-- yet (arrived); the others have no row.
CREATE TABLE pin_state (
    office TEXT NOT NULL,
    record TEXT NOT NULL,
    state  TEXT NOT NULL,
    PRIMARY KEY (office, record)
);
CREATE INDEX pin_state_by_state ON pin_state (office, state, record);
