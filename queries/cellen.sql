-- vraag: what is the status of each cell of the heatmap?
-- korrel: one row per indicator × kolom (aanpak or gemeente) × periode
-- parameters: as totalen.sql, and statussen (null: all)
select *
from selectie(
    $kader, $themas, $onderwerpen, $gemeenten, $provincies, $periode, $bewijzen, $eenheid, $verloop
)
where $statussen is null or list_contains($statussen::varchar[], status)
order by thema_volgorde, indicator_volgorde, gemeente, kolom, jaar_van, jaar_naar nulls last
