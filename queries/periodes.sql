-- vraag: which periods can a reader choose under a kader?
-- korrel: one row per pair of years that occurs in the follow-up (jaar_naar null: not tested again), latest test first;
--   verbeterpunten: per aanpak, and in how many gemeenten they are
-- parameters: kader (kader_id), verloop (true: courses, false: steps)
select
    opslag.periode(p.jaar_van, p.jaar_naar) as periode, p.jaar_van, p.jaar_naar,
    p.verbeterpunten, p.gemeenten_met_verbeterpunt
from opslag.periode_telling as p
inner join opslag.kader as k using (kader_nr)
where k.kader_id = $kader and p.verloop = $verloop
order by p.jaar_naar desc nulls last, p.jaar_van desc
