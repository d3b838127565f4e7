-- vraag: what does a selection come to in each gemeente, each thema or on each indicator?
-- korrel: one row per group that has verbeterpunten: a gemeente, a thema (by name: two editions may share it) or an
--   indicator (as the newest edition that holds it has it); together they are the figures of totalen.sql
-- parameters: as totalen.sql; per ('gemeente', 'thema' or 'indicator')
with

eenheid as (
    select gemeente_nr, begrip_nr, status_nr, was_verbeterpunt, verteld, overgenomen, count(*) as n
    from opslag.eenheden($selectie, $periode, $eenheid, $verloop)
    group by gemeente_nr, begrip_nr, status_nr, was_verbeterpunt, verteld, overgenomen
),

begrip as (
    select *, dense_rank() over (order by thema) as thema_rang from opslag.begrip_naam
),

geteld as (
    select
        case $per
            when 'gemeente' then e.gemeente_nr
            when 'thema' then b.thema_rang
            when 'indicator' then e.begrip_nr
            else error('cijfers.sql: per is gemeente, thema of indicator')
        end as groep_nr,
        unnest(opslag.geteld(e.status_nr, e.was_verbeterpunt, e.verteld, e.overgenomen, e.n)),
        count(distinct e.gemeente_nr) filter (where e.was_verbeterpunt) as gemeenten,
        min(b.thema_volgorde) as thema_volgorde,
        min(b.thema) as thema,
        min(b.indicator_volgorde) as indicator_volgorde,
        min(e.gemeente_nr) as gemeente_nr,
        min(e.begrip_nr) as begrip_nr
    from eenheid as e
    inner join begrip as b using (begrip_nr)
    group by groep_nr
    having opslag.som(e.n, e.was_verbeterpunt) > 0
),

in_woorden as (
    select
        case $per when 'gemeente' then g.gemeente_code when 'thema' then c.thema else b.indicator_id end as groep_id,
        case $per when 'gemeente' then g.gemeente when 'thema' then c.thema else b.kort end as groep,
        case $per when 'gemeente' then g.gemeente when 'thema' then c.thema else b.indicator end as groep_voluit,
        case $per when 'gemeente' then g.provincie when 'thema' then '' else c.thema end as groep_boven,
        c.* exclude (groep_nr, gemeente_nr, begrip_nr) -- noqa: RF02
    from geteld as c
    inner join opslag.gemeente as g using (gemeente_nr)
    inner join begrip as b using (begrip_nr)
)

-- gemeenten by name, themas and indicatoren in the order of the kader
select * exclude (thema_volgorde, thema, indicator_volgorde)
from in_woorden
order by
    if($per = 'gemeente', 0, thema_volgorde), if($per = 'gemeente', groep, thema), indicator_volgorde, groep_id
