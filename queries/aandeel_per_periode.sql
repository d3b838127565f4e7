-- vraag: which share of the verbeterpunten on an indicator was picked up in each period?
-- korrel: one row per indicator × pair of years that has verbeterpunten
-- parameters: as totalen.sql without periode
select
    kort as rij, thema as rij_groep, indicator_id, indicator, thema_volgorde, indicator_volgorde, periode as kolom,
    jaar_van, jaar_naar,
    unnest(opslag.geteld(status, was_verbeterpunt, verteld)),
    -- what is no verbeterpunt does not count, so its rapport is not behind the share
    opslag.rapporten_samen(if(was_verbeterpunt, concat_ws(' + ', rapport_van, rapport_naar), null)) as rapporten
from selectie($kader, $themas, $onderwerpen, $gemeenten, $provincies, null, $bewijzen, $eenheid, $verloop)
group by kort, thema, indicator_id, indicator, thema_volgorde, indicator_volgorde, periode, jaar_van, jaar_naar
having count(*) filter (where was_verbeterpunt) > 0
order by thema_volgorde, thema, indicator_volgorde, indicator_id, jaar_van, jaar_naar nulls last
