-- vraag: what is the status of each cell of the heatmap, with the words, aanpakken and rapporten that it stands for?
--   (For files and the Kamerbrief; the screen asks heatmap.sql, which has only what a map shows.)
-- korrel: one row per indicator × kolom (aanpak or gemeente) × periode
-- parameters: as totalen.sql, and statussen (null: all)
-- overgenomen: as in heatmap.sql
select *
from cellen($selectie, $periode, $eenheid, $verloop)
where $statussen is null or list_contains($statussen::varchar[], status)
order by
    thema_volgorde,
    thema_id,
    indicator_volgorde,
    indicator_id,
    gemeente,
    kolom,
    kolom_id,
    jaar_van,
    jaar_naar nulls last
