-- What an accepted entry of one office has to tell another: a note for its book, or the answer to one. Written with the
-- verdict, carried into the other office's feed in a step of its own, so that no acceptance touches two offices.
CREATE TABLE office_mail (
    office    TEXT NOT NULL,
    mail      INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    record    TEXT NOT NULL,
    to_office TEXT NOT NULL,
    content   TEXT NOT NULL,
    delivered INTEGER NOT NULL,
    PRIMARY KEY (office, mail)
);
CREATE UNIQUE INDEX office_mail_once ON office_mail (office, record, kind, to_office, content);
CREATE INDEX office_mail_waiting ON office_mail (delivered, office, mail);
