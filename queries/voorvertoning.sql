-- vraag: what does the follow-up come to in each gemeente? Asked with and without a proposal, to show what it changes
-- korrel: one row per gemeente × kader × pair of years (jaar_naar null: no later test)
-- parameters: none
with

geteld as (
    select
        gemeente_nr, kader_nr, jaar_van, jaar_naar,
        unnest(opslag.geteld(status_nr, was_verbeterpunt, verteld(status_nr, bewijs_naar_nr), overgenomen))
    from opslag.telling
    where not verloop
    group by gemeente_nr, kader_nr, jaar_van, jaar_naar
)

select
    g.gemeente_code, g.gemeente, k.kader_id, k.kader, opslag.periode(t.jaar_van, t.jaar_naar) as periode,
    t.* exclude (gemeente_nr, kader_nr)
from geteld as t
inner join opslag.gemeente as g using (gemeente_nr)
inner join opslag.kader as k using (kader_nr)
order by g.gemeente asc, g.gemeente_code asc, k.kader_id asc, t.jaar_van asc, t.jaar_naar asc nulls last
