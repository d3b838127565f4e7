-- vraag: what is the status of each cell of the heatmap, in numbers? (For the screen, in a tenth of the time of
--   cellen.sql, which gives a file the words that belong to each cell.)
-- korrel: one row per cell of one periode: kolom_nr (see heatmap_kolommen.sql) × begrip_nr (see heatmap_rijen.sql)
-- parameters: as cellen.sql, with a periode
-- uitkomsten_van, uitkomsten_naar: sets of uitkomst_nr, 1 voldoet, 2 verbeterpunt, 4 gemengd, 8 niet_beoordeeld
-- verteld: what it is now was told by the gemeente, and not tested
-- overgenomen: no meting of jaar_van found it, for it passed it over; of what speaks for the cell, all
select kolom_nr, begrip_nr, status_nr, was_verbeterpunt, verteld, overgenomen, uitkomsten_van, uitkomsten_naar
from opslag.cellen_in_nummers($selectie, $periode, $eenheid, $verloop)
where
    $statussen is null
    or status_nr in (
        select s.status_nr from opslag.status as s
        where list_contains($statussen::varchar[], s.status)
    )
