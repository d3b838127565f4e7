-- vraag: which kaders are there, and is anything known under them?
-- korrel: one row per kader, those with most gemeenten first, then those with most oordelen
-- parameters: none
with

gemeten as (
    select kader_nr, sum(oordelen)::bigint as oordelen, sum(metingen)::bigint as metingen, count(*) as gemeenten
    from opslag.meting_gemeente
    group by kader_nr
)

select
    k.kader_id, k.kader, k.niveau,
    coalesce(m.oordelen, 0) as oordelen,
    coalesce(m.metingen, 0) as metingen,
    coalesce(m.gemeenten, 0) as gemeenten,
    k.opmerking
from opslag.kader as k
left join gemeten as m using (kader_nr)
order by m.gemeenten desc nulls last, oordelen desc, k.kader_id asc
