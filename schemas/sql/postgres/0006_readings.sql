-- schemas/sql/server/sqlite/0008_readings.sql.
CREATE TABLE reading (
    office      TEXT COLLATE "C" NOT NULL,
    desk        TEXT COLLATE "C" NOT NULL,
    seq         BIGINT NOT NULL,
    at          BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    who         TEXT COLLATE "C" NOT NULL,
    act         TEXT COLLATE "C" NOT NULL,
    record      TEXT COLLATE "C" NOT NULL,
    reason      TEXT COLLATE "C" NOT NULL,
    PRIMARY KEY (office, desk, seq, at)
);
CREATE INDEX reading_by_time ON reading (office, received_at);
