-- vraag: how many verbeterpunten are open now, per kader?
-- korrel: one row per kader of which anything is known
-- parameters: none
select
    kader_id,
    count(*) filter (where open) as open,
    count(*) filter (where open is null) as onbekend,
    count(*) as indicatoren,
    count(distinct gemeente_code) filter (where open) as gemeenten,
    min(sinds) as sinds
from stand
group by kader_id
order by kader_id
