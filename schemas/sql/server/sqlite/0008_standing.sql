-- Where a store was put back to an older copy: the desks that are to say what they have seen before anything new is
-- written into their office's feed, and those that showed another history.
--   standing  awaited, forked
--   revision  forked: how far the other history goes
CREATE TABLE feed_standing (
    office   TEXT NOT NULL,
    desk     TEXT NOT NULL,
    standing TEXT NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (office, desk)
);

-- When a desk was here last, and the next certificate it says that it knows.
CREATE TABLE desk_contact (
    office      TEXT NOT NULL,
    desk        TEXT NOT NULL,
    day         TEXT NOT NULL,
    certificate TEXT NOT NULL,
    PRIMARY KEY (office, desk)
);

-- Who administers is an account like every other.
DROP TABLE administrator;
