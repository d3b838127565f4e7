-- What a verdict rests on, per docs/methode.md section 3, where that is more than the metingen of its test: a branch
-- may speak by a meting of before, or of another peiljaar. Such a test with such metingen beside it is a test of its
-- own from here on, so that whoever asks what a test was finds all of it.

-- one row per step (verloop false) or course whose verdict rests on more than its test, with those metingen
create temp table ruimer as
select false as verloop, g.oordeel_nr, s.toets_nr, list_sort(list_distinct(g.buiten)) as buiten
from gevonden as g
inner join schakel as s using (schakel_nr)
where g.buiten is not null
union all
select true, l.oordeel_nr, s.toets_nr, list_sort(list_distinct(l.buiten))
from laatste_nieuws as l
inner join schakel as s using (schakel_nr)
where l.buiten is not null;

-- one row per test and set of metingen beside it; ruim_nr: the number of the two together
create temp table ruime_toets as
with

soort as (
    select distinct toets_nr, buiten from ruimer
)

select
    toets_nr, buiten,
    (
        (select max(t.toets_nr) from opslag.toets as t) + row_number() over (order by toets_nr, buiten)
    )::integer as ruim_nr
from soort;

-- one row per step (verloop false) or course whose verdict rests on more than its test
create temp table rust_op as
select r.verloop, r.oordeel_nr, t.ruim_nr as toets_nr
from ruimer as r
inner join ruime_toets as t using (toets_nr, buiten);

insert into opslag.toets_meting (toets_nr, meting_nr)
select r.ruim_nr, tm.meting_nr
from ruime_toets as r
inner join opslag.toets_meting as tm using (toets_nr)
union all
select ruim_nr, unnest(buiten) from ruime_toets;

insert into opslag.toets (toets_nr, aanpak_nr, kader_nr, moment, laatste, jaar, bewijs_nr, eigen_meting_nr)
select r.ruim_nr, t.aanpak_nr, t.kader_nr, t.moment, t.laatste, t.jaar, min(m.bewijs_nr), null
from ruime_toets as r
inner join opslag.toets as t using (toets_nr)
inner join opslag.toets_meting as tm on r.ruim_nr = tm.toets_nr
inner join opslag.meting as m using (meting_nr)
group by r.ruim_nr, t.aanpak_nr, t.kader_nr, t.moment, t.laatste, t.jaar;
