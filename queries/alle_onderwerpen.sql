-- vraag: which onderwerpen are there, over all kaders, and how much lies under each?
-- korrel: one row per onderwerp, in the order of the list; indicatoren counts each indicator once over its editions
-- parameters: none
with

indicator as (
    select
        onderwerp_nr, count(distinct begrip_nr) as indicatoren, count(distinct kader_nr) as kaders
    from opslag.indicator
    group by onderwerp_nr
),

bevinding as (
    select onderwerp_nr, count(*) as bevindingen
    from opslag.bevinding
    group by onderwerp_nr
)

select
    o.onderwerp_id, o.onderwerp, o.omschrijving,
    coalesce(i.indicatoren, 0) as indicatoren,
    coalesce(i.kaders, 0) as kaders,
    coalesce(b.bevindingen, 0) as bevindingen
from opslag.onderwerp as o
left join indicator as i using (onderwerp_nr)
left join bevinding as b using (onderwerp_nr)
order by o.volgorde, o.onderwerp_id
