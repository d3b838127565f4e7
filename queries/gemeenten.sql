-- vraag: which gemeenten are there, and is anything known of them here?
-- korrel: one row per gemeente that the lists name, by name
-- parameters: none
select
    g.gemeente_code, g.gemeente, g.provincie, g.geldig_van, g.geldig_tot, g.fictief,
    exists(
        select 1 from metingen as m
        where m.gemeente_code = g.gemeente_code
    ) as heeft_meting
from opslag.gemeente as g
order by g.gemeente, g.gemeente_code
