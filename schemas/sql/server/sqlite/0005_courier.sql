-- Bundles that travel by hand: where a desk said that it stands, and how many bundles were made for it.
--   cursor     the last revision of the feed that the desk has, as its newest bundle says
--   stated_at  when that bundle was made, by the desk's clock: an older one that arrives late does not turn it back
--   made       the number of the last bundle made for the desk
CREATE TABLE courier (
    office    TEXT NOT NULL,
    desk      TEXT NOT NULL,
    cursor    INTEGER NOT NULL,
    stated_at INTEGER NOT NULL,
    made      INTEGER NOT NULL,
    PRIMARY KEY (office, desk)
);
