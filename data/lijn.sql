-- Lineage made flat, per docs/methode.md sections 1 to 3: who is on whose line, which metingen stand beside their
-- successors, and the tests (toetsen) that an aanpak can meet. Everything here is at the grain of metingen, never of
-- oordelen.

-- one row per aanpak and member of its line, itself included
create table opslag.lijn as
with recursive lijn as (
    select aanpak_nr, aanpak_nr as lid_nr from opslag.aanpak
    union
    select l.aanpak_nr, o.naar_nr
    from lijn as l
    inner join opslag.aanpak_opvolging as o on l.lid_nr = o.van_nr
)

select aanpak_nr, lid_nr from lijn;

-- one row per aanpak: is it a leaf, and its end after a meting has outranked it (null = lives)
create table opslag.leven as
with

laatste_meting as (
    select aanpak_nr, max(moment) as moment from opslag.meting
    group by aanpak_nr
)

select
    a.aanpak_nr,
    a.aanpak_nr not in (select o.van_nr from opslag.aanpak_opvolging as o) as blad,
    if(m.moment > a.einde, null, a.einde) as einde
from opslag.aanpak as a
left join laatste_meting as m using (aanpak_nr);

-- one row per meting and aanpak on whose line it lies; naast: it speaks for its own aanpak alone
create table opslag.lijn_meting as
with

-- the leaves that a line still has: its last day, null while one lives
lijn_einde as (
    select l.aanpak_nr, if(count(*) = count(v.einde), max(v.einde), null) as einde
    from opslag.lijn as l
    inner join opslag.leven as v on l.lid_nr = v.aanpak_nr and v.blad
    group by l.aanpak_nr
),

eerste_opvolger as (
    select l.aanpak_nr, m.kader_nr, min(m.moment) as moment
    from opslag.lijn as l
    inner join opslag.meting as m on l.lid_nr = m.aanpak_nr
    where l.lid_nr <> l.aanpak_nr
    group by l.aanpak_nr, m.kader_nr
),

meting as (
    select
        m.meting_nr, m.aanpak_nr, m.kader_nr, m.editie_nr, m.peiljaar, m.moment, m.bewijs_nr, m.rapport_nr,
        not v.blad and (coalesce(o.moment <= m.moment, false) or coalesce(e.einde < m.moment, false)) as naast
    from opslag.meting as m
    inner join opslag.leven as v using (aanpak_nr)
    inner join lijn_einde as e using (aanpak_nr)
    left join eerste_opvolger as o using (aanpak_nr, kader_nr)
)

select l.aanpak_nr, m.aanpak_nr as lid_nr, m.* exclude (aanpak_nr) -- noqa: RF02
from opslag.lijn as l
inner join meting as m on l.lid_nr = m.aanpak_nr;

-- one row per aanpak, kader and moment at which its line has a meting: the test that it meets there
create table opslag.toets as
with

moment as (
    select
        aanpak_nr, kader_nr, moment, min(peiljaar) as jaar,
        any_value(meting_nr) filter (where lid_nr = aanpak_nr) as eigen_meting_nr,
        any_value(peiljaar) filter (where lid_nr = aanpak_nr) as eigen_jaar
    from opslag.lijn_meting
    group by aanpak_nr, kader_nr, moment
)

select
    row_number() over (order by aanpak_nr, kader_nr, moment) as toets_nr, aanpak_nr, kader_nr, moment,
    coalesce(eigen_jaar, jaar) as jaar, eigen_meting_nr
from moment;

-- one row per test and meting that belongs to it
create table opslag.toets_meting as
select toets_nr, eigen_meting_nr as meting_nr
from opslag.toets
where eigen_meting_nr is not null
union all
select t.toets_nr, m.meting_nr
from opslag.toets as t
inner join opslag.lijn_meting as m using (aanpak_nr, kader_nr)
where
    t.eigen_meting_nr is null
    and (m.moment = t.moment or (m.moment > t.moment and m.peiljaar = t.jaar));

-- one row per test: its last moment, the test after it, and what is said of it
create table opslag.toets_samen as
with

samen as (
    select
        tm.toets_nr, max(m.moment) as laatste, min(m.bewijs_nr) as bewijs_nr,
        string_agg(distinct a.aanpak, ' + ' order by a.aanpak) as aanpak_naar,
        string_agg(distinct r.rapport_id, ' + ' order by r.rapport_id) as rapport_naar
    from opslag.toets_meting as tm
    inner join opslag.meting as m using (meting_nr)
    inner join opslag.aanpak as a using (aanpak_nr)
    inner join opslag.rapport as r using (rapport_nr)
    group by tm.toets_nr
)

select t.toets_nr, s.laatste, s.bewijs_nr, s.aanpak_naar, s.rapport_naar, v.toets_nr as volgende_nr
from opslag.toets as t
inner join samen as s using (toets_nr)
asof left join opslag.toets as v
    on t.aanpak_nr = v.aanpak_nr and t.kader_nr = v.kader_nr and s.laatste < v.moment;

-- one row per meting and test in the chain from it, in order
create temp table keten as
with recursive keten as (
    select m.meting_nr, 1 as stap, t.toets_nr
    from opslag.meting as m
    asof inner join opslag.toets as t
        on m.aanpak_nr = t.aanpak_nr and m.kader_nr = t.kader_nr and m.moment < t.moment
    union all
    select k.meting_nr, k.stap + 1, s.volgende_nr
    from keten as k
    inner join opslag.toets_samen as s using (toets_nr)
    where s.volgende_nr is not null
)

select meting_nr, stap, toets_nr from keten;

-- one row per test and begrip that an edition of its metingen holds: any other test passes a begrip over
create temp table toets_begrip as
select distinct tm.toets_nr, i.begrip_nr
from opslag.toets_meting as tm
inner join opslag.meting using (meting_nr)
inner join opslag.indicator as i using (editie_nr);

-- one row per branch of a joint test and meting that speaks for it up to the test's last moment (meting_nr null where
-- none does); diepte is how far down its path the measured aanpak stands
create temp table tak_meting as
with recursive

-- every path of successors from an aanpak down to a leaf, as the list of its members
pad as (
    select aanpak_nr, aanpak_nr as eind_nr, [aanpak_nr] as leden
    from opslag.leven
    where not blad
    union all
    select p.aanpak_nr, o.naar_nr, list_append(p.leden, o.naar_nr)
    from pad as p
    inner join opslag.aanpak_opvolging as o on p.eind_nr = o.van_nr
),

pad_lid as (
    select p.aanpak_nr, p.leden as tak, v.einde, unnest(p.leden) as lid_nr, generate_subscripts(p.leden, 1) as diepte
    from pad as p
    inner join opslag.leven as v on p.eind_nr = v.aanpak_nr
    where v.blad
),

gezamenlijk as (
    select t.toets_nr, t.aanpak_nr, t.kader_nr, t.moment, s.laatste
    from opslag.toets as t
    inner join opslag.toets_samen as s using (toets_nr)
    where t.eigen_meting_nr is null
),

-- 0 before the aanpak keeps this branch apart from the path that is that one aanpak
naast as (
    select distinct g.toets_nr, g.aanpak_nr, g.kader_nr, g.laatste, [0, m.lid_nr] as tak, m.lid_nr
    from gezamenlijk as g
    inner join opslag.lijn_meting as m using (aanpak_nr, kader_nr)
    where m.naast and m.moment >= g.moment
),

per_lid as (
    select g.toets_nr, g.aanpak_nr, g.kader_nr, g.laatste, p.tak, p.lid_nr, p.diepte, false as naast
    from gezamenlijk as g
    inner join pad_lid as p using (aanpak_nr)
    where p.einde is null or p.einde >= g.moment
    union all
    select toets_nr, aanpak_nr, kader_nr, laatste, tak, lid_nr, 1, true from naast
)

select p.toets_nr, p.tak, p.diepte, m.meting_nr, m.moment
from per_lid as p
left join opslag.lijn_meting as m
    on
        p.aanpak_nr = m.aanpak_nr and p.kader_nr = m.kader_nr and p.lid_nr = m.lid_nr
        and p.naast = m.naast and p.laatste >= m.moment;

-- one row per aanpak and kader: does a branch of its line still live
create temp table lijn_leeft as
with

levend_blad as (
    select l.aanpak_nr, bool_or(v.blad and v.einde is null) as leeft
    from opslag.lijn as l
    inner join opslag.leven as v on l.lid_nr = v.aanpak_nr
    group by l.aanpak_nr
),

levend_naast as (
    select distinct m.aanpak_nr, m.kader_nr
    from opslag.lijn_meting as m
    inner join opslag.leven as v on m.lid_nr = v.aanpak_nr
    where m.naast and v.einde is null
)

select b.aanpak_nr, k.kader_nr, b.leeft or n.aanpak_nr is not null as leeft
from levend_blad as b
cross join opslag.kader as k
left join levend_naast as n on b.aanpak_nr = n.aanpak_nr and k.kader_nr = n.kader_nr;
