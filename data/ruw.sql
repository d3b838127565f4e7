-- The raw cells of a build live in a database of their own, in memory, and go with it.
attach ':memory:' as ruw;

-- one row per file that was read: to which levering it belongs
create table ruw.bestand (bestand varchar, levering_id varchar);
