-- vraag: what does a selection come to in each gemeente, each thema or on each indicator?
-- korrel: one row per group that has verbeterpunten: a gemeente, a thema (by name: two editions may share it) or an
--   indicator (as the newest edition that holds it has it); together they are the figures of totalen.sql
-- parameters: as totalen.sql; per ('gemeente', 'thema' or 'indicator')
with

eenheid as (
    select
        *,
        case $per
            when 'gemeente' then gemeente_code
            when 'thema' then thema
            when 'indicator' then indicator_id
            else error('cijfers.sql: per is gemeente, thema of indicator')
        end as groep_id,
        case $per when 'gemeente' then gemeente when 'thema' then thema else kort end as groep,
        case $per when 'gemeente' then gemeente when 'thema' then thema else indicator end as groep_voluit,
        case $per when 'gemeente' then provincie when 'thema' then '' else thema end as groep_boven
    from selectie(
        $kader, $themas, $onderwerpen, $gemeenten, $provincies, $periode, $bewijzen, $eenheid, $verloop
    )
),

geteld as (
    select
        groep_id, groep, groep_voluit, groep_boven,
        unnest(opslag.geteld(status, was_verbeterpunt, verteld)),
        count(distinct gemeente_code) filter (where was_verbeterpunt) as gemeenten,
        min(thema_volgorde) as thema_volgorde,
        min(thema) as thema,
        min(indicator_volgorde) as indicator_volgorde
    from eenheid
    group by groep_id, groep, groep_voluit, groep_boven
    having count(*) filter (where was_verbeterpunt) > 0
)

-- gemeenten by name, themas and indicatoren in the order of the kader
select * exclude (thema_volgorde, thema, indicator_volgorde)
from geteld
order by
    if($per = 'gemeente', 0, thema_volgorde), if($per = 'gemeente', groep, thema), indicator_volgorde, groep_id
