-- vraag: where does each gemeente lie?
-- korrel: one row per gemeente that has a boundary, or that took over one that has
-- parameters: none
select
    g.gemeente_code, g.gemeente, g.fictief,
    list(r.grens order by o.omvat_nr) as grenzen,
    max(r.jaar) as jaar,
    string_agg(distinct r.bron, '; ' order by r.bron) as bron
from opslag.gemeente as g
inner join opslag.gemeente_omvat as o using (gemeente_nr)
inner join opslag.grens as r on o.omvat_nr = r.gemeente_nr
group by g.gemeente_code, g.gemeente, g.fictief
order by g.gemeente, g.gemeente_code
