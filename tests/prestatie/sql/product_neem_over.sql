-- {tabel}: one of those tables; a list of codes that the schema fills itself gives way to the same list
delete from opslag.{tabel};
insert into opslag.{tabel} by name select {kolommen} from gevuld.opslag.{tabel};
