-- When the store was put back to an older copy, in ms since 1970: what desks say of before is no proof of what they
-- have seen.
CREATE TABLE restoration (
    at_ms INTEGER PRIMARY KEY
);
