-- vraag: which gemeenten are there, and is anything known of them here?
-- korrel: one row per gemeente that the lists name, by name
-- parameters: none
select
    g.gemeente_code, g.gemeente, g.provincie, g.geldig_van, g.geldig_tot, g.fictief,
    g.gemeente_nr in (select m.gemeente_nr from opslag.meting_gemeente as m) as heeft_meting
from opslag.gemeente as g
order by g.gemeente, g.gemeente_code
