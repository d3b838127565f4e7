-- The tests (toetsen) that an aanpak can meet, per docs/methode.md section 3. Everything here is at the grain of
-- metingen, never of oordelen.

-- whether a meting on the line belongs to the joint test that begins at a moment and has a year
create temp macro in_toets(toets_moment, toets_jaar, moment, peiljaar) as
moment = toets_moment or (moment > toets_moment and peiljaar = toets_jaar);

-- one row per aanpak, kader and moment at which its line has a meting but the aanpak itself has not
create temp table gezamenlijke_toets as
select
    l.aanpak_nr, l.kader_nr, l.moment, min(l.peiljaar) as jaar,
    (
        (select max(laatste.meting_nr) from opslag.meting as laatste)
        + row_number() over (order by l.aanpak_nr, l.kader_nr, l.moment)
    )::integer as toets_nr
from opslag.lijn_meting as l
anti join opslag.meting as m
    on l.aanpak_nr = m.aanpak_nr and l.kader_nr = m.kader_nr and l.moment = m.moment
where l.lid_nr <> l.aanpak_nr
group by l.aanpak_nr, l.kader_nr, l.moment;

-- one row per test and meting that belongs to it; an own test has the number of its meting
create table opslag.toets_meting as
select meting_nr as toets_nr, meting_nr
from opslag.meting
union all
select t.toets_nr, m.meting_nr
from gezamenlijke_toets as t
inner join opslag.lijn_meting as m using (aanpak_nr, kader_nr)
where in_toets(t.moment, t.jaar, m.moment, m.peiljaar);

-- one row per test: its own meting (null: it is a joint one), its last moment and its weakest bewijs
create table opslag.toets as
select
    meting_nr as toets_nr, aanpak_nr, kader_nr, moment, moment as laatste, peiljaar as jaar, bewijs_nr,
    meting_nr as eigen_meting_nr
from opslag.meting
union all
select
    t.toets_nr, t.aanpak_nr, t.kader_nr, t.moment, max(m.moment), t.jaar, min(m.bewijs_nr), null
from gezamenlijke_toets as t
inner join opslag.toets_meting using (toets_nr)
inner join opslag.meting as m using (meting_nr)
group by t.toets_nr, t.aanpak_nr, t.kader_nr, t.moment, t.jaar;
