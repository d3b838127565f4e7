-- vraag: which onderwerpen occur under a kader?
-- korrel: one row per onderwerp, by name
-- parameters: kader (kader_id)
select distinct onderwerp_id, onderwerp
from indicatoren
where kader_id = $kader
order by onderwerp
