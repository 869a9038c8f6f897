-- Where a store was put back to an older copy: the desks that are to say what they have seen before anything new is
-- written into their office's feed, and those that showed another history (sqlite/0008_standing.sql).
CREATE TABLE feed_standing (
    office   TEXT COLLATE "C" NOT NULL,
    desk     TEXT COLLATE "C" NOT NULL,
    standing TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (office, desk)
);

-- When a desk was here last, and the next certificate it says that it knows.
CREATE TABLE desk_contact (
    office      TEXT COLLATE "C" NOT NULL,
    desk        TEXT COLLATE "C" NOT NULL,
    day         TEXT COLLATE "C" NOT NULL,
    certificate TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, desk)
);

-- Who administers is an account like every other.
DROP TABLE administrator;
