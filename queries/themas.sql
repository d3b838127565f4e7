-- vraag: which themas of a kader hold indicatoren that are known here?
-- korrel: one row per thema (by name: two editions may share it), in the order of the kader;
--   thema_ids: those of its editions
-- parameters: kader (kader_id)
select t.thema, list(distinct t.thema_id order by t.thema_id) as thema_ids
from opslag.indicator
inner join opslag.thema as t using (thema_nr)
inner join opslag.kader as k using (kader_nr)
where k.kader_id = $kader
group by t.thema
order by min(t.volgorde), t.thema
