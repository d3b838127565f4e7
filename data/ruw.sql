-- The raw cells of a build live in a database of their own, in memory, and go with it.
attach ':memory:' as ruw; -- noqa: PRS

-- one row per column that a file lacks
create table ruw.ontbreekt (naam varchar);

-- Are these columns (tabel.kolom) there in every file? Where one lacks, that is told, and not all that follows from it.
create macro ruw.heeft(namen) as
    not list_has_any(namen, (select coalesce(list(o.naam), []) from ruw.ontbreekt as o));

-- one row per file that was read: the first rij it has in its table, and to which levering it belongs
create table ruw.bestand (tabel varchar, rij bigint, levering_id varchar);
