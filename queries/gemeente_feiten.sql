-- vraag: which gemeente is this, and in what boundary changes did it take part?
-- korrel: one row per boundary change of the gemeente, oldest first; one row without a change where there was none
-- parameters: gemeente (gemeente_code)
with

-- seen from this gemeente: 'weg' is what left it, 'erbij' what came to it
wijziging as (
    select van_nr as gemeente_nr, naar_nr as ander_nr, 'weg' as richting, datum, soort, opmerking
    from opslag.gebiedswijziging
    union all
    select naar_nr, van_nr, 'erbij', datum, soort, opmerking
    from opslag.gebiedswijziging
)

select
    g.gemeente_code, g.gemeente, g.provincie, g.geldig_van, g.geldig_tot, g.fictief, g.opmerking, w.richting, w.soort,
    w.datum, w.opmerking as wijziging_opmerking, a.gemeente_code as ander_code, a.gemeente as ander
from opslag.gemeente as g
left join wijziging as w using (gemeente_nr)
left join opslag.gemeente as a on w.ander_nr = a.gemeente_nr
where g.gemeente_code = $gemeente
order by w.datum, a.gemeente, w.richting
