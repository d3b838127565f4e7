-- vraag: which aanpakken or gemeenten can be a column of the heatmap of a kader?
-- korrel: one row per aanpak (eenheid 'aanpak') or gemeente that was measured under the kader; kolom_nr: its number in
--   heatmap.sql, which holds within one database only
-- parameters: kader (kader_id), eenheid
with

kolom as (
    select distinct if($eenheid = 'aanpak', m.aanpak_nr, a.gemeente_nr) as kolom_nr, a.gemeente_nr
    from opslag.meting as m
    inner join opslag.aanpak as a using (aanpak_nr)
    inner join opslag.kader as k using (kader_nr)
    where k.kader_id = $kader
)

select
    k.kolom_nr,
    if($eenheid = 'aanpak', a.aanpak_id, g.gemeente_code) as kolom_id,
    if($eenheid = 'aanpak', a.aanpak, g.gemeente) as kolom,
    g.gemeente_code, g.gemeente
from kolom as k
inner join opslag.gemeente as g using (gemeente_nr)
left join opslag.aanpak as a on k.kolom_nr = a.aanpak_nr
order by g.gemeente, kolom, kolom_id
