-- The raw cells of a build live in a database of their own, in memory, and go with it.
attach ':memory:' as ruw; -- noqa: PRS

-- one row per column that a file lacks
create table ruw.ontbreekt (tabel varchar, kolom varchar);

-- one row per file that was read: the first rij it has in its table, and to which levering it belongs
create table ruw.bestand (tabel varchar, rij bigint, levering_id varchar);
