-- vraag: which kaders are there, and is anything known under them?
-- korrel: one row per kader, those with most gemeenten first, then those with most oordelen
-- parameters: none
with

geteld as (
    select kader_id, count(*) as oordelen from oordelen
    group by kader_id
),

gemeten as (
    select kader_id, count(distinct gemeente_code) as gemeenten, count(*) as metingen
    from metingen
    group by kader_id
)

select
    k.kader_id, k.kader, k.niveau,
    coalesce(g.oordelen, 0) as oordelen,
    coalesce(m.metingen, 0) as metingen,
    coalesce(m.gemeenten, 0) as gemeenten,
    k.opmerking
from opslag.kader as k
left join geteld as g using (kader_id)
left join gemeten as m using (kader_id)
order by m.gemeenten desc nulls last, oordelen desc, k.kader_id asc
