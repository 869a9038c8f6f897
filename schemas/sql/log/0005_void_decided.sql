-- 1: the server has made the number void; 0: this desk has given it up and waits for the server's word, which may be no.
ALTER TABLE void_number ADD COLUMN decided INTEGER NOT NULL DEFAULT 1;
