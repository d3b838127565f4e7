-- vraag: which themas of a kader hold indicatoren that are known here?
-- korrel: one row per thema, in the order of the kader
-- parameters: kader (kader_id)
select distinct thema_id, thema, thema_volgorde
from indicatoren
where kader_id = $kader
order by thema_volgorde, thema_id
