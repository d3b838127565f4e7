-- vraag: which themas of a kader hold indicatoren that are known here?
-- korrel: one row per thema (by name: two editions may share it), in the order of the kader;
--   thema_ids: those of its editions
-- parameters: kader (kader_id)
select thema, list(distinct thema_id order by thema_id) as thema_ids
from indicatoren
where kader_id = $kader
group by thema
order by min(thema_volgorde), thema
