-- {tabel}: one of those
drop table temp.{tabel};
