-- vraag: what is the status of each cell of the heatmap, with the words, aanpakken and rapporten that it stands for?
--   (For files and the Kamerbrief; the screen asks heatmap.sql, which has only what a map shows.)
-- korrel: one row per indicator × kolom (aanpak or gemeente) × periode
-- parameters: as totalen.sql, and statussen (null: all)
-- overgenomen: as in heatmap.sql
with

gedragen as (
    select if($eenheid = 'aanpak', a.aanpak_id, a.gemeente_code) as kolom_id, t.begrip_nr, t.jaar_van, t.jaar_naar
    from opslag.uit_selectie('opslag.telling', $selectie, $periode, $verloop) as t
    inner join opslag.aanpak_in_woorden as a using (aanpak_nr)
    group by all
    having coalesce(bool_and(t.overgenomen) filter (where t.was_verbeterpunt), bool_and(t.overgenomen))
)

select c.* replace (g.kolom_id is not null as overgenomen)
from cellen($selectie, $periode, $eenheid, $verloop) as c
left join gedragen as g
    on
        c.kolom_id = g.kolom_id and c.begrip_nr = g.begrip_nr and c.jaar_van = g.jaar_van
        and c.jaar_naar is not distinct from g.jaar_naar
where $statussen is null or list_contains($statussen::varchar[], c.status)
order by
    c.thema_volgorde,
    c.thema_id,
    c.indicator_volgorde,
    c.indicator_id,
    c.gemeente,
    c.kolom,
    c.kolom_id,
    c.jaar_van,
    c.jaar_naar nulls last
