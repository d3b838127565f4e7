-- sqlfluff:templater:placeholder:param_regex:\x24(?P<param_name>\w+)
-- All files of one kind as one table of texts, each row with its number in the order of the files.
-- «tabel»: its name; «paden»: the files; «kolommen»: its columns with their type. Nothing is guessed.
create table ruw.$tabel as
select row_number() over () as rij, *
from read_csv($paden, columns = $kolommen, auto_detect = false, header = true, delim = ',', quote = '"', escape = '"');
