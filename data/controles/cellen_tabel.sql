-- sqlfluff:templater:placeholder:param_regex:\x24(?P<param_name>\w+)
-- The cells of one table: «tabel» its name, «bron» where its rows are.
select '$tabel' as tabel, rij, kolom, waarde
from ruw.$bron unpivot include nulls (waarde for kolom in (columns(* exclude (rij))))
