-- vraag: which metingen are behind the verbeterpunten of a selection, and on what do they rest?
-- korrel: one row per meting × kant ('van': a verbeterpunt was found there; 'naar': what became of it);
--   verbeterpunten: how many selected steps or courses touch it on that side. A selection without any verbeterpunt
--   gives the metingen of all its steps, since what they say is that there was none: verbeterpunten is then 0
-- parameters: as totalen.sql, without eenheid
with

keus as materialized (
    select meting_nr, toets_nr, was_verbeterpunt
    from opslag.uit_selectie('opslag.telrij', $selectie, $periode, $verloop)
),

-- where nothing was a verbeterpunt, that is the finding: then all that was judged is behind it
stap as (
    select meting_nr, toets_nr, was_verbeterpunt
    from keus
    where was_verbeterpunt or not (select coalesce(bool_or(k.was_verbeterpunt), false) from keus as k)
),

geraakt as (
    select 'van' as kant, meting_nr, was_verbeterpunt from stap
    union all
    -- a test may be several metingen together, and in the gemeente that a merger moved the aanpak to
    select 'naar' as kant, tm.meting_nr, stap.was_verbeterpunt
    from stap
    inner join opslag.toets_meting as tm using (toets_nr)
),

geteld as (
    select kant, meting_nr, count(*) filter (where was_verbeterpunt) as verbeterpunten from geraakt
    group by kant, meting_nr
)

select
    g.kant, m.meting_id, m.gemeente_code, m.gemeente, m.aanpak, m.peiljaar, m.moment, m.bezoek_op, m.bewijs, m.dekking,
    m.basis, m.ronde_id, m.ronde, g.verbeterpunten
from geteld as g
inner join metingen as m using (meting_nr)
order by g.kant = 'naar', m.gemeente, m.gemeente_code, m.moment, m.aanpak, m.meting_id
