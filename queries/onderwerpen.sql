-- vraag: which onderwerpen occur under a kader?
-- korrel: one row per onderwerp, by name
-- parameters: kader (kader_id)
select distinct o.onderwerp_id, o.onderwerp
from opslag.indicator
inner join opslag.onderwerp as o using (onderwerp_nr)
inner join opslag.kader as k using (kader_nr)
where k.kader_id = $kader
order by o.onderwerp
