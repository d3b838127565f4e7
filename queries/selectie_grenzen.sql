-- vraag: whose boundary changed between what a selection compares, or before its rapport came out?
-- korrel: one row per gemeente with selected verbeterpunten × boundary change: after the earliest meting that found one
--   of them, up to the end of the day, month or year in which the last of their rapporten was published (never before
--   the metingen that it prints); richting: the area came to the gemeente ('erbij') or left it ('weg')
-- parameters: as totalen.sql, without eenheid
with

stap as (
    select gemeente_nr, meting_nr, rapport_nr, toets_nr
    from opslag.uit_selectie('opslag.telrij', $selectie, $periode, $verloop)
    where was_verbeterpunt
),

-- what goes on from an empty cell was found before it, at the meting of its oordeel
gezien as (
    select s.gemeente_nr, m.moment as gevonden_op, r.gepubliceerd
    from stap as s
    inner join opslag.meting as m on s.meting_nr = m.meting_nr
    inner join opslag.rapport as r on s.rapport_nr = r.rapport_nr
    union all
    select s.gemeente_nr, null as gevonden_op, r.gepubliceerd
    from stap as s
    inner join opslag.toets_meting as tm using (toets_nr)
    inner join opslag.meting as m on tm.meting_nr = m.meting_nr
    inner join opslag.rapport as r on m.rapport_nr = r.rapport_nr
),

spanne as (
    select gemeente_nr, min(gevonden_op) as vanaf, max(laatste_dag(gepubliceerd)) as tot
    from gezien
    group by gemeente_nr
),

wijziging as (
    select naar_nr as gemeente_nr, van_nr as ander_nr, datum, soort, 'erbij' as richting, opmerking
    from opslag.gebiedswijziging
    union all
    select van_nr as gemeente_nr, naar_nr as ander_nr, datum, soort, 'weg' as richting, opmerking
    from opslag.gebiedswijziging
)

select g.gemeente_code, g.gemeente, w.datum, w.soort, a.gemeente as ander, w.richting, w.opmerking
from spanne as s
inner join wijziging as w using (gemeente_nr)
inner join opslag.gemeente as g using (gemeente_nr)
inner join opslag.gemeente as a on w.ander_nr = a.gemeente_nr
where w.datum > s.vanaf and w.datum <= s.tot
order by g.gemeente, g.gemeente_code, w.datum, ander, a.gemeente_code, w.richting
