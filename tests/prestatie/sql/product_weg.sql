-- {tabel}: a table that a run made
drop table opslag.{tabel};
