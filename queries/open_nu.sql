-- vraag: how many verbeterpunten are open now, per kader?
-- korrel: one row per kader of which anything is known
-- parameters: none
select
    k.kader_id,
    sum(s.open)::bigint as open,
    sum(s.onbekend)::bigint as onbekend,
    sum(s.indicatoren)::bigint as indicatoren,
    count(*) filter (where s.open > 0) as gemeenten,
    min(s.sinds) as sinds
from opslag.stand_gemeente as s
inner join opslag.kader as k using (kader_nr)
group by k.kader_id
order by k.kader_id
