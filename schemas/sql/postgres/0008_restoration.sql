-- When the store was put back to an older copy (sqlite/0010_restoration.sql).
CREATE TABLE restoration (
    at_ms BIGINT PRIMARY KEY
);
