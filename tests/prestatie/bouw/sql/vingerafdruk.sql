-- The rows of a table, whatever their order: how many, and a sum over all of them. {tabel}: its name.
select count(*), sum(hash(t)) from {tabel} as t;
