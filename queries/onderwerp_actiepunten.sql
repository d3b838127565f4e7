-- vraag: how many actiepunten are there on each onderwerp, and how do they stand?
-- korrel: one row per onderwerp with actiepunten; onderwerp_id null: those without an onderwerp
-- parameters: none
select
    onderwerp_id,
    count(*) as actiepunten,
    count(*) filter (where stand = 'open') as open,
    count(distinct gemeente_code) as gemeenten
from actiepunten
group by onderwerp_id
order by onderwerp_id nulls last
