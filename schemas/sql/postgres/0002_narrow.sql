-- Nobody asks for a person by the record alone any more: a judgement tells the office too.
DROP INDEX person_by_record;
