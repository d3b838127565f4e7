-- The rows of one kind of file, of many leveringen at once, as texts into the table that data/bouw/laden.sql reads.
-- {tabel}: its name.
insert into ruw.{tabel} by name
select (row_number() over ())::bigint as rij, * exclude (filename), filename as uit_bestand
from read_csv($paden, all_varchar = true, header = true, union_by_name = true, filename = true, quote = '"', escape = '"');
