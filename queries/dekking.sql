-- vraag: how many gemeenten of each onderzoeksronde are in this collection?
-- korrel: one row per onderzoeksronde
-- parameters: none
with

hier as (
    select
        ronde_id,
        count(distinct gemeente_code) as hier,
        string_agg(distinct gemeente, ', ' order by gemeente) as gemeenten_hier
    from metingen
    where ronde_id is not null
    group by ronde_id
),

genoemd as (
    select d.ronde_nr, count(distinct d.gemeente_nr) as genoemd
    from opslag.ronde_deelname as d
    group by d.ronde_nr
)

select
    r.ronde_id, r.ronde, k.kader_id, k.kader, r.jaar_van, r.jaar_tot, r.aantal_gemeenten,
    coalesce(h.hier, 0) as hier, h.gemeenten_hier,
    coalesce(g.genoemd, 0) as genoemd, r.bron, r.opmerking
from opslag.ronde as r
inner join opslag.kader as k using (kader_nr)
left join hier as h using (ronde_id)
left join genoemd as g using (ronde_nr)
order by r.jaar_van, r.ronde_id
