-- An empty raw table. {tabel}: its name; {kolommen}: its columns with their type.
create table ruw.{tabel} (rij bigint, {kolommen}, uit_bestand varchar);
