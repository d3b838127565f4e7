-- vraag: which share of the verbeterpunten of a thema was picked up in each gemeente?
-- korrel: one row per thema (by name: two editions may share it) × gemeente that has verbeterpunten in the period
-- parameters: as totalen.sql
select
    thema as rij, '' as rij_groep, gemeente as kolom, gemeente_code, min(thema_id) as thema_id,
    min(thema_volgorde) as thema_volgorde,
    unnest(opslag.geteld(status, was_verbeterpunt, verteld)),
    -- what is no verbeterpunt does not count, so its rapport is not behind the share
    opslag.rapporten_samen(if(was_verbeterpunt, concat_ws(' + ', rapport_van, rapport_naar), null)) as rapporten
from
    selectie(
        $kader, $themas, $onderwerpen, $gemeenten, $provincies, $periode, $bewijzen, $eenheid, $verloop
    )
group by thema, gemeente, gemeente_code
having count(*) filter (where was_verbeterpunt) > 0
order by thema_volgorde, thema_id, gemeente, gemeente_code
