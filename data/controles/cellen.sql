-- sqlfluff:templater:placeholder:param_regex:\x24(?P<param_name>\w+)
-- The cells that the controles look at, one row per cell of a levering: tabel, rij (row number within the table),
-- kolom, waarde (null where empty), and the rules of its column. «cellen»: those of each table, by cellen_tabel.sql.
-- Made once the tables of schema `ruw` are filled.
create table ruw.cel as
with

gekozen_cel as (
    $cellen
)

select
    c.tabel, c.rij, c.kolom, c.waarde, v.sleutel = 'ja' as sleutel, v.verplicht = 'ja' as verplicht, v.soort,
    v.verwijst_naar, v.lijst
from gekozen_cel as c
inner join ruw.vorm as v using (tabel, kolom);
