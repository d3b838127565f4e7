-- vraag: of which gemeenten is there a meting?
-- korrel: one row per gemeente, by name
-- parameters: kader (kader_id; null: any kader)
select distinct gemeente_code, gemeente, provincie
from metingen
where $kader is null or kader_id = $kader
order by gemeente, gemeente_code
