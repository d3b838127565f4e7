-- vraag: which pairs of years has the follow-up of a gemeente, under each kader?
-- korrel: one row per kader × pair of years (jaar_naar null: no later test), those tested last first
-- parameters: gemeente (gemeente_code)
select
    s.kader_id, s.kader, opslag.periode(s.jaar_van, s.jaar_naar) as periode, s.jaar_van, s.jaar_naar,
    count(*) filter (where s.was_verbeterpunt) as verbeterpunten,
    count(*) as stappen
from opvolging as s
where s.gemeente_code in (select m.gemeente_code from opslag.met_opgegane([$gemeente]) as m)
group by s.kader_id, s.kader, s.jaar_van, s.jaar_naar
order by s.kader_id asc, s.jaar_naar desc nulls last, s.jaar_van desc
