-- The accounts of people who have, or had, a right in this feed's unit; folded from the log.
CREATE TABLE account (
    office  TEXT NOT NULL,
    account TEXT NOT NULL,
    name    TEXT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (office, account)
);
CREATE INDEX account_by_name ON account (office, name);
