-- vraag: how many verbeterpunten are open now in each gemeente, since when, by which rapport?
-- korrel: one row per kader × gemeente of which any stand is known
-- parameters: none
select
    kader_id, gemeente_code, gemeente, provincie,
    count(*) filter (where open) as open,
    count(*) filter (where open is null) as onbekend,
    count(*) as indicatoren,
    min(sinds) as sinds,
    string_agg(distinct rapport_id, ' + ' order by rapport_id) as rapporten
from stand
group by kader_id, gemeente_code, gemeente, provincie
order by open desc, kader_id asc, gemeente asc, gemeente_code asc
