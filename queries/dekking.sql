-- vraag: how many gemeenten of each onderzoeksronde are in this collection?
-- korrel: one row per onderzoeksronde
-- parameters: none
with

gemeten as (
    select distinct m.ronde_nr, a.gemeente_nr
    from opslag.meting as m
    inner join opslag.aanpak as a using (aanpak_nr)
    where m.ronde_nr is not null
),

hier as (
    select
        d.ronde_nr,
        count(*) as hier,
        array_to_string(list_sort(list_distinct(list(g.gemeente))), ', ') as gemeenten_hier
    from gemeten as d
    inner join opslag.gemeente as g using (gemeente_nr)
    group by d.ronde_nr
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
left join hier as h using (ronde_nr)
left join genoemd as g using (ronde_nr)
order by r.jaar_van, r.ronde_id
