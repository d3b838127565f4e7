-- vraag: how do the verbeterpunten of a period divide over statuses, per thema?
-- korrel: one row per thema × status
-- parameters: as totalen.sql
select thema, thema_id, thema_volgorde, status, count(*) as aantal
from selectie(
    $kader, $themas, $onderwerpen, $gemeenten, $provincies, $periode, $bewijzen, $eenheid, $verloop
)
where was_verbeterpunt
group by thema, thema_id, thema_volgorde, status
order by thema_volgorde, status
