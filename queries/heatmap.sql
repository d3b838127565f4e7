-- vraag: what is the status of each cell of the heatmap, in numbers? (For the screen, in a tenth of the time of
--   cellen.sql, which gives a file the words that belong to each cell.)
-- korrel: one row per cell of one periode: kolom_nr (see heatmap_kolommen.sql) × begrip_nr (see heatmap_rijen.sql)
-- parameters: as cellen.sql, with a periode
-- uitkomsten_van, uitkomsten_naar: sets of uitkomst_nr, 1 voldoet, 2 verbeterpunt, 4 gemengd, 8 niet_beoordeeld
-- verteld: what it is now was told by the gemeente, and not tested
-- overgenomen: no meting of jaar_van found it, for it passed it over; of what speaks for the cell, all
with

gedragen as (
    select if($eenheid = 'aanpak', aanpak_nr, gemeente_nr) as kolom_nr, begrip_nr
    from opslag.uit_selectie('opslag.telling', $selectie, $periode, $verloop)
    group by all
    having coalesce(bool_and(overgenomen) filter (where was_verbeterpunt), bool_and(overgenomen))
)

select
    c.kolom_nr, c.begrip_nr, c.status_nr, c.was_verbeterpunt, c.verteld, c.uitkomsten_van, c.uitkomsten_naar,
    g.kolom_nr is not null as overgenomen
from opslag.cellen_in_nummers($selectie, $periode, $eenheid, $verloop) as c
left join gedragen as g using (kolom_nr, begrip_nr)
where
    $statussen is null
    or c.status_nr in (
        select s.status_nr from opslag.status as s
        where list_contains($statussen::varchar[], s.status)
    )
