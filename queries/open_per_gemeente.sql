-- vraag: how many verbeterpunten are open now in each gemeente, since when, by which rapport?
-- korrel: one row per kader × gemeente of which any stand is known
-- parameters: none
select
    k.kader_id, g.gemeente_code, g.gemeente, g.provincie, s.open::bigint as open, s.onbekend::bigint as onbekend,
    s.indicatoren::bigint as indicatoren, s.sinds, s.rapporten
from opslag.stand_gemeente as s
inner join opslag.kader as k using (kader_nr)
inner join opslag.gemeente as g using (gemeente_nr)
order by s.open desc, k.kader_id asc, g.gemeente asc, g.gemeente_code asc
