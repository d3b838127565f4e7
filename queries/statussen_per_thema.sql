-- vraag: how do the verbeterpunten of a period divide over statuses, per thema?
-- korrel: one row per thema (by name: two editions may share it) × status
-- parameters: as totalen.sql
select thema, min(thema_id) as thema_id, min(thema_volgorde) as thema_volgorde, status, count(*) as aantal
from
    selectie(
        $kader, $themas, $onderwerpen, $gemeenten, $provincies, $periode, $bewijzen, $eenheid, $verloop
    )
where was_verbeterpunt
group by thema, status
order by thema_volgorde, thema_id, status
