-- sqlfluff:templater:placeholder:param_regex:\x24(?P<param_name>\w+)
-- The rows of a large table that the controles have to look at; of most files there are none.
-- «tabel»: its name; «rijen»: the numbers of those rows, by verdacht_*.sql.
create table ruw.verdacht_$tabel as -- noqa: RF05
select * from ruw.$tabel
where rij in ($rijen);
