-- vraag: which share of the verbeterpunten of a thema was picked up in each gemeente?
-- korrel: one row per thema × gemeente that has verbeterpunten in the period
-- parameters: as totalen.sql
select
    thema as rij, '' as rij_groep, gemeente as kolom, gemeente_code, thema_id, thema_volgorde,
    unnest(opslag.geteld(status, was_verbeterpunt, verteld)),
    string_agg(distinct concat_ws(' + ', rapport_van, rapport_naar), ' + ') as rapporten
from selectie(
    $kader, $themas, $onderwerpen, $gemeenten, $provincies, $periode, $bewijzen, $eenheid, $verloop
)
group by thema, gemeente, gemeente_code, thema_id, thema_volgorde
having count(*) filter (where was_verbeterpunt) > 0
order by thema_volgorde, gemeente
