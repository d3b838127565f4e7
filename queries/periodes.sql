-- vraag: which periods can a reader choose under a kader?
-- korrel: one row per pair of years that occurs in the follow-up (jaar_naar null: not tested again), latest test first
-- parameters: kader (kader_id), verloop (true: courses, false: steps)
select
    opslag.periode(jaar_van, jaar_naar) as periode, jaar_van, jaar_naar,
    count(*) filter (where was_verbeterpunt) as verbeterpunten
from opslag.stap_in_woorden
where kader_id = $kader and verloop = $verloop
group by jaar_van, jaar_naar
order by jaar_naar desc nulls last, jaar_van desc
