-- vraag: which metingen behind a selection print only some rows of their kader?
-- korrel: one row per meting with dekking 'selectie' in which a selected step or course starts or is tested
-- parameters: as totalen.sql, without eenheid
with

stap as (
    select meting_nr, toets_nr
    from opslag.uit_selectie(
        'opslag.telrij', $selectie, $periode, $verloop
    )
),

-- the test of a step may be a meting in the gemeente that a merger moved the aanpak to
gebruikt as (
    select meting_nr from stap
    union
    select tm.meting_nr
    from stap
    inner join opslag.toets_meting as tm using (toets_nr)
)

select m.gemeente, m.aanpak, m.peiljaar, m.bewijs
from metingen as m
semi join gebruikt using (meting_nr)
where m.dekking = 'selectie'
order by m.gemeente, m.peiljaar, m.aanpak, m.meting_id
