-- Which scans of the office's records this desk has still to send or to fetch. The scans themselves stand as sealed files
-- beside the register.
--   state  send: attached here, the server has accepted it; fetch: another desk attached it; done: here and on the server
CREATE TABLE scan (
    sealed       TEXT PRIMARY KEY,
    record       TEXT NOT NULL,
    sealed_bytes INTEGER NOT NULL,
    state        TEXT NOT NULL
);
CREATE INDEX scan_by_state ON scan (state, sealed);
