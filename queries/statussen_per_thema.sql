-- vraag: how do the verbeterpunten of a period divide over statuses, per thema?
-- korrel: one row per thema (by name: two editions may share it) × status × verteld (told by the gemeente, not tested)
-- parameters: as totalen.sql
with

per_begrip as (
    select begrip_nr, status_nr, verteld, count(*) as n
    from opslag.eenheden($selectie, $periode, $eenheid, $verloop)
    where was_verbeterpunt
    group by begrip_nr, status_nr, verteld
)

select
    b.thema, min(b.thema_id) as thema_id, min(b.thema_volgorde) as thema_volgorde, s.status, p.verteld,
    opslag.som(p.n, true) as aantal
from per_begrip as p
inner join opslag.begrip_naam as b using (begrip_nr)
inner join opslag.status as s using (status_nr)
group by b.thema, s.status, p.verteld
order by thema_volgorde, thema_id, s.status, p.verteld
