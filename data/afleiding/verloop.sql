-- Course, per docs/methode.md section 5: from the first known uitkomst of an indicator to the latest known one.

-- one row per aanpak and begrip that is first known there, with the oordeel by which it is, and the last that the
-- aanpak itself knows (eigen_nr: where that begins; on a line that is grillig nothing is said beforehand)
create temp table verloop_begin as
with

eerste as (
    select o.*, b.aanpak_nr, b.moment, b.einde_nr, b.na_einde, b.grillig
    from oorsprong as o
    inner join begin as b using (begin_nr)
    where o.eerste
),

voorganger as (
    select l.lid_nr as aanpak_nr, v.begrip_nr, min(v.moment) as moment
    from eerste as v
    inner join opslag.lijn as l using (aanpak_nr)
    where l.lid_nr <> l.aanpak_nr
    group by l.lid_nr, v.begrip_nr
),

laatste as (
    select b.aanpak_nr, o.begrip_nr, o.begin_nr, o.uitkomst_nr
    from oorsprong as o
    inner join begin as b using (begin_nr)
    where o.laatste and not b.grillig
)

select
    e.oordeel_nr, e.indicator_nr, e.begrip_nr, e.uitkomst_nr, e.begin_nr, e.aanpak_nr, e.einde_nr, e.na_einde,
    coalesce(l.begin_nr, e.begin_nr) as eigen_nr, l.uitkomst_nr as eigen_uitkomst_nr
from eerste as e
left join laatste as l on e.aanpak_nr = l.aanpak_nr and e.begrip_nr = l.begrip_nr
left join voorganger as v on e.aanpak_nr = v.aanpak_nr and e.begrip_nr = v.begrip_nr
where v.moment is null or e.moment < v.moment;

-- one row per course and the last schakel after eigen_nr of which the verdict has to be looked up, if there is any;
-- eerste_nr: the first (zoek_nr)
create temp table verloop_einde as
select v.oordeel_nr, v.begrip_nr, v.begin_nr, z.schakel_nr, z.zoek_nr, e.zoek_nr as eerste_nr
from verloop_begin as v
inner join eerste_zoek as e on v.eigen_nr = e.begin_nr
asof inner join zoek as z on v.einde_nr > z.schakel_nr;

-- Takes the names of a table with courses and schakels, and of one with the takken of those. One row per course and
-- schakel that says something of the begrip; vers: a meting of the test itself does.
create temp macro uitkomst_van_verloop(kandidaten, takken_) as table
    with

    vers as (
        select distinct k.oordeel_nr, k.schakel_nr
        from query_table(kandidaten) as k -- noqa: RF02
        inner join schakel using (schakel_nr)
        inner join opslag.toets_meting as tm using (toets_nr)
        inner join bekend_op_lijn as b on tm.meting_nr = b.meting_nr and k.begrip_nr = b.begrip_nr
    )

    select u.oordeel_nr, u.schakel_nr, u.uitkomst_nr, u.buiten, v.oordeel_nr is not null as vers
    from uitkomst_van_takken(kandidaten, takken_) as u -- noqa: RF02
    left join vers as v on u.oordeel_nr = v.oordeel_nr and u.schakel_nr = v.schakel_nr;

-- Of most courses the last test says something, of most others one of the two before it; only where a meting of none of
-- these does, are all asked.
-- (counted on 20 fictional years of 342 gemeenten: 16,832 courses are asked, then 11,150 pairs with a test, then 287)
create temp table laatste_tak as from takken('verloop_einde');

create temp table laatste_uitkomst as from uitkomst_van_verloop('verloop_einde', 'laatste_tak');

create temp table voorlaatste_kandidaat as
with

beantwoord as (
    select oordeel_nr from laatste_uitkomst
    where vers
)

select v.oordeel_nr, v.begrip_nr, v.begin_nr, z.schakel_nr, v.eerste_nr, v.zoek_nr
from verloop_einde as v
cross join (values (1), (2)) as terug (plaatsen)
inner join zoek as z on v.zoek_nr - terug.plaatsen = z.zoek_nr
anti join beantwoord as u on v.oordeel_nr = u.oordeel_nr
where z.zoek_nr >= v.eerste_nr;

create temp table voorlaatste_tak as from takken('voorlaatste_kandidaat');

create temp table voorlaatste_uitkomst as from uitkomst_van_verloop('voorlaatste_kandidaat', 'voorlaatste_tak');

create temp table verloop_kandidaat as
with

beantwoord as (
    select oordeel_nr from voorlaatste_uitkomst
    where vers
),

gevraagd as (
    select distinct oordeel_nr, begrip_nr, begin_nr, eerste_nr, zoek_nr from voorlaatste_kandidaat
),

reeks as (
    select k.oordeel_nr, k.begrip_nr, k.begin_nr, unnest(range(k.eerste_nr, k.zoek_nr - 2)) as zoek_nr
    from gevraagd as k
    anti join beantwoord as u on k.oordeel_nr = u.oordeel_nr
)

select r.oordeel_nr, r.begrip_nr, r.begin_nr, z.schakel_nr
from reeks as r
inner join zoek as z using (zoek_nr);

create temp table verloop_tak as from takken('verloop_kandidaat');

create temp table verloop_uitkomst as
from uitkomst_van_verloop('verloop_kandidaat', 'verloop_tak')
union all
from voorlaatste_uitkomst
union all
from laatste_uitkomst
union all
select oordeel_nr, eigen_nr, eigen_uitkomst_nr, null, true from verloop_begin
where begin_nr < eigen_nr;

-- one row per course of which a test says something new: the last that does
create temp table laatste_nieuws as
select
    u.oordeel_nr, max(u.schakel_nr) as schakel_nr, arg_max(u.uitkomst_nr, u.schakel_nr) as uitkomst_nr,
    arg_max_null(u.buiten, u.schakel_nr) as buiten
from verloop_uitkomst as u
left join verloop_uitkomst as ervoor on u.oordeel_nr = ervoor.oordeel_nr and u.schakel_nr - 1 = ervoor.schakel_nr
where u.vers or u.uitkomst_nr is distinct from ervoor.uitkomst_nr
group by u.oordeel_nr;

create temp table loop as
-- else the last test of the chain, else its end
select
    v.oordeel_nr, v.indicator_nr, v.begin_nr,
    coalesce(l.schakel_nr, greatest(v.einde_nr - 1, v.begin_nr + 1)) as volg_nr,
    v.uitkomst_nr as uitkomst_van_nr,
    case
        when l.uitkomst_nr is not null then l.uitkomst_nr
        when v.begin_nr + 1 < v.einde_nr then uitkomst_niet_beoordeeld()
    end::utinyint as uitkomst_naar_nr,
    case
        when l.uitkomst_nr is not null then status(v.uitkomst_nr, l.uitkomst_nr)
        when v.begin_nr + 1 < v.einde_nr then status_niet_beoordeeld()
        else v.na_einde
    end::utinyint as status_nr
from verloop_begin as v
left join laatste_nieuws as l using (oordeel_nr);
