-- The chain of tests from every meting, per docs/methode.md section 3, as consecutive numbers: what comes after an
-- oordeel is then a range, and nobody has to walk.
--
-- klas: begrippen (an indicator over its editions) that the same editions hold: a test holds all of them or none
-- baan: the course of tests that follow on one another: one per line, of a grillige line one per meting on it
-- grillig: of a line whose course depends on the meting from which one sets out
-- schakel: one test in a baan that holds a klas, and one at its end; what follows on one another is numbered on
-- begin: the schakel of a meting itself, where what becomes of its oordelen begins

-- one row per indicator; begrippen that the same edities hold are of one klas: a test holds them all or none
create temp table klas as
with

begrip as (
    select begrip_nr, list_sort(list(distinct editie_nr)) as edities
    from opslag.indicator
    group by begrip_nr
),

genummerd as (
    select begrip_nr, edities, (dense_rank() over (order by edities))::integer as klas_nr from begrip
)

select i.indicator_nr, i.begrip_nr, i.editie_nr, g.klas_nr
from opslag.indicator as i
inner join genummerd as g using (begrip_nr);

-- one row per joint test that runs on after its moment, and test that it passes by so
create temp table voorbijgegaan as
select t.toets_nr, d.toets_nr as door_nr
from opslag.toets as d
inner join opslag.toets as t using (aanpak_nr, kader_nr)
where d.moment < d.laatste and t.moment > d.moment and t.moment <= d.laatste;

-- one row per aanpak and kader on whose line what a joint test passes by depends on where one begins: among that is a
-- meting of the aanpak itself, or a test that runs on longer
create temp table grillig as
select distinct t.aanpak_nr, t.kader_nr
from voorbijgegaan as v
inner join opslag.toets as t using (toets_nr)
inner join opslag.toets as d on v.door_nr = d.toets_nr
where t.eigen_meting_nr is not null or t.laatste > d.laatste;

-- one row per test in a baan, a course of tests that follow on one another: that of a whole line (vanaf_nr 0), or where
-- the line is grillig that from one of its metingen
create temp table baan as
with recursive

grillige_toets as (
    select t.*, v.toets_nr as volgende_nr
    from opslag.toets as t
    semi join grillig as g on t.aanpak_nr = g.aanpak_nr and t.kader_nr = g.kader_nr
    asof left join opslag.toets as v
        on t.aanpak_nr = v.aanpak_nr and t.kader_nr = v.kader_nr and t.laatste < v.moment
),

grillige_baan as (
    select toets_nr as vanaf_nr, toets_nr, volgende_nr
    from grillige_toets
    where eigen_meting_nr is not null
    union all
    select b.vanaf_nr, t.toets_nr, t.volgende_nr
    from grillige_baan as b
    inner join grillige_toets as t on b.volgende_nr = t.toets_nr
)

select toets_nr, 0 as vanaf_nr
from opslag.toets
anti join grillig using (aanpak_nr, kader_nr)
anti join voorbijgegaan using (toets_nr)
union all
select toets_nr, vanaf_nr from grillige_baan;

-- one row per baan, klas and test that holds the klas, and one at the end of each (toets_nr null): what follows on one
-- another for a klas has consecutive numbers
create temp table schakel as
with

editie_klas as (
    select distinct klas_nr, editie_nr from klas
),

houdt as (
    select m.meting_nr as toets_nr, k.klas_nr
    from opslag.meting as m
    inner join editie_klas as k using (editie_nr)
    union all
    select distinct tm.toets_nr, k.klas_nr
    from opslag.toets_meting as tm
    inner join opslag.meting as m using (meting_nr)
    inner join editie_klas as k using (editie_nr)
    anti join opslag.meting as eigen on tm.toets_nr = eigen.meting_nr
),

toets_in_baan as (
    select h.klas_nr, t.aanpak_nr, b.vanaf_nr, t.moment, h.toets_nr
    from houdt as h
    inner join opslag.toets as t using (toets_nr)
    inner join baan as b using (toets_nr)
),

met_einde as (
    select * from toets_in_baan
    union all
    select distinct klas_nr, aanpak_nr, vanaf_nr, null::date, null::integer from toets_in_baan
)

select
    (row_number() over (order by klas_nr, aanpak_nr, vanaf_nr, moment nulls last))::integer as schakel_nr,
    klas_nr, aanpak_nr, vanaf_nr, toets_nr
from met_einde;

-- one row per meting and klas: the schakel at which its oordelen begin, the end of its baan, and the status there
create temp table begin as
with

einde as (
    select klas_nr, aanpak_nr, vanaf_nr, schakel_nr
    from schakel
    where toets_nr is null
)

select
    s.schakel_nr as begin_nr, s.klas_nr, m.meting_nr, m.moment, m.aanpak_nr, a.gemeente_nr, m.kader_nr,
    e.schakel_nr as einde_nr, if(l.leeft, nog_niet_hertoetst(), vervallen())::utinyint as na_einde,
    s.vanaf_nr > 0 as grillig
from schakel as s
inner join opslag.meting as m on s.toets_nr = m.meting_nr
inner join opslag.aanpak as a on m.aanpak_nr = a.aanpak_nr
inner join einde as e on s.klas_nr = e.klas_nr and s.aanpak_nr = e.aanpak_nr and s.vanaf_nr = e.vanaf_nr
inner join lijn_leeft as l on m.aanpak_nr = l.aanpak_nr and m.kader_nr = l.kader_nr
where s.vanaf_nr in (0, s.toets_nr);
