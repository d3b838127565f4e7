-- vraag: in which renditions is each rapport known here?
-- korrel: one row per weergave
-- parameters: none
select r.rapport_id, r.titel as rapport, w.weergave_id, w.bestand, w.vorm, w.sha256, w.opmerking
from opslag.weergave as w
inner join opslag.rapport as r using (rapport_nr)
order by r.rapport_id, w.weergave_id
