-- vraag: which pairs of years has the follow-up of a gemeente, under each kader?
-- korrel: one row per kader × pair of years (jaar_naar null: no later test), those tested last first
-- parameters: gemeente (gemeente_code)
with

per_paar as (
    select
        kader_nr, jaar_van, jaar_naar,
        count(*) filter (where was_verbeterpunt) as verbeterpunten,
        count(*) as stappen
    from opslag.telling
    where
        not verloop
        and gemeente_nr in (select m.gemeente_nr from opslag.met_opgegane([$gemeente]) as m)
    group by kader_nr, jaar_van, jaar_naar
)

select
    k.kader_id, k.kader, opslag.periode(p.jaar_van, p.jaar_naar) as periode, p.jaar_van, p.jaar_naar, p.verbeterpunten,
    p.stappen
from per_paar as p
inner join opslag.kader as k using (kader_nr)
order by k.kader_id asc, p.jaar_naar desc nulls last, p.jaar_van desc
