-- vraag: of which gemeenten is there a meting?
-- korrel: one row per gemeente, by name
-- parameters: kader (kader_id; null: any kader), met_opgegaan (true: also a gemeente that took over one with a meting,
--   since a filter on it includes that one)
select distinct g.gemeente_code, g.gemeente, g.provincie
from opslag.meting_gemeente as m
inner join opslag.kader as k using (kader_nr)
inner join opslag.gemeente_omvat as o on m.gemeente_nr = o.omvat_nr
inner join opslag.gemeente as g on o.gemeente_nr = g.gemeente_nr
where
    ($kader is null or k.kader_id = $kader)
    and ($met_opgegaan or g.gemeente_nr = m.gemeente_nr)
order by g.gemeente, g.gemeente_code
