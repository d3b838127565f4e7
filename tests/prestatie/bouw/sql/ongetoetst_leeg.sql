-- A kind of file that no levering holds. {tabel}: its name; {kolommen}: its columns with their type.
create table ruw.{tabel} (rij bigint, {kolommen});
