-- Lineage made flat, per docs/methode.md sections 1 and 2: who is on whose line, which metingen stand beside their
-- successors, and whether a line still lives.

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
