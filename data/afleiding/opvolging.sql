-- Follow-up, per docs/methode.md sections 3 and 4: what became of every known uitkomst at the tests that came after it.

-- one row per known oordeel: the schakel at which it begins, and that up to which its own aanpak says nothing
-- (eigen_nr): of the aanpak's next known oordeel, else the end of the baan, with the uitkomst or the status there
-- (eigen_uitkomst_nr). Only a joint test can come before it. On a line that is grillig nothing is said beforehand.
-- eerste, laatste: whether it is the first or the last that the aanpak knows of the begrip
create temp table oorsprong as
with

-- little goes through the window, and the begrip is not in its partition: what is of one aanpak then stays together,
-- and all that follows is quicker
reeks as (
    select
        o.oordeel_nr, o.indicator_nr, k.begrip_nr, o.uitkomst_nr, b.begin_nr,
        lag(k.begrip_nr) over eigen as vorig_begrip_nr,
        lead(k.begrip_nr) over eigen as volgend_begrip_nr,
        lead(b.begin_nr) over eigen as volgend_begin_nr,
        lead(o.uitkomst_nr) over eigen as volgende_uitkomst_nr
    from opslag.oordeel as o
    inner join klas as k using (indicator_nr)
    inner join begin as b on o.meting_nr = b.meting_nr and k.klas_nr = b.klas_nr
    where is_bekend(o.uitkomst_nr)
    window eigen as (partition by b.aanpak_nr order by k.begrip_nr, b.moment)
)

select
    r.oordeel_nr, r.indicator_nr, r.begrip_nr, r.uitkomst_nr, r.begin_nr,
    coalesce(r.vorig_begrip_nr <> r.begrip_nr, true) as eerste,
    coalesce(r.volgend_begrip_nr <> r.begrip_nr, true) as laatste,
    if(laatste or b.grillig, b.einde_nr, r.volgend_begin_nr) as eigen_nr,
    if(laatste or b.grillig, b.na_einde, r.volgende_uitkomst_nr) as eigen_uitkomst_nr
from reeks as r
inner join begin as b using (begin_nr);

-- the same, with what is known of its meting
create temp view bekend as
select
    o.oordeel_nr, o.indicator_nr, o.begrip_nr, o.uitkomst_nr, o.begin_nr, m.meting_nr, m.aanpak_nr, m.kader_nr,
    m.peiljaar, m.moment, m.bewijs_nr
from oorsprong as o
inner join begin using (begin_nr)
inner join opslag.meting as m using (meting_nr);

-- one row per schakel of which the verdict has to be looked up: that of a joint test, and any on a line that is grillig
create temp table zoek as
select s.schakel_nr, (row_number() over (order by s.schakel_nr))::integer as zoek_nr
from schakel as s
inner join opslag.toets as t using (toets_nr)
where t.eigen_meting_nr is null or s.vanaf_nr > 0;

-- one row per begin and the first such schakel after it
create temp table eerste_zoek as
select b.begin_nr, z.zoek_nr, z.schakel_nr
from begin as b
asof inner join zoek as z on b.begin_nr < z.schakel_nr
where z.schakel_nr < b.einde_nr;

-- one row per known oordeel that a joint test may count
create temp table bekend_op_lijn as
with

op_lijn as (
    select m.meting_nr
    from opslag.lijn_meting as m
    inner join opslag.leven as v using (aanpak_nr)
    where not v.blad
)

select b.meting_nr, b.begrip_nr, b.uitkomst_nr
from bekend as b
semi join op_lijn as l on b.meting_nr = l.meting_nr;

-- What they say, in rounds: most is known at the first, most of the rest at the second and at the third; only what is
-- still unknown is asked further.
-- (counted on 20 fictional years of 342 gemeenten: 24,291 oordelen are asked, then 5,254, then 763, at last 608 pairs)
create temp table eerste_kandidaat as
select o.oordeel_nr, o.begrip_nr, o.begin_nr, e.schakel_nr, e.zoek_nr, o.eigen_nr
from oorsprong as o
inner join eerste_zoek as e using (begin_nr)
where e.schakel_nr < o.eigen_nr;

create temp table eerste_tak as from takken('eerste_kandidaat');

create temp table eerste_uitkomst as from uitkomst_van_takken('eerste_kandidaat', 'eerste_tak');

create temp table tweede_kandidaat as
select k.oordeel_nr, k.begrip_nr, k.begin_nr, z.schakel_nr, z.zoek_nr, k.eigen_nr
from eerste_kandidaat as k
inner join zoek as z on k.zoek_nr + 1 = z.zoek_nr
anti join eerste_uitkomst as u on k.oordeel_nr = u.oordeel_nr
where z.schakel_nr < k.eigen_nr;

create temp table tweede_tak as from takken('tweede_kandidaat');

create temp table tweede_uitkomst as from uitkomst_van_takken('tweede_kandidaat', 'tweede_tak');

create temp table derde_kandidaat as
select k.oordeel_nr, k.begrip_nr, k.begin_nr, z.schakel_nr, z.zoek_nr, k.eigen_nr
from tweede_kandidaat as k
inner join zoek as z on k.zoek_nr + 1 = z.zoek_nr
anti join tweede_uitkomst as u on k.oordeel_nr = u.oordeel_nr
where z.schakel_nr < k.eigen_nr;

create temp table derde_tak as from takken('derde_kandidaat');

create temp table derde_uitkomst as from uitkomst_van_takken('derde_kandidaat', 'derde_tak');

create temp table later_kandidaat as
with

nog_onbekend as (
    select k.oordeel_nr, k.begrip_nr, k.begin_nr, unnest(range(k.zoek_nr + 1, z.zoek_nr + 1)) as zoek_nr
    from derde_kandidaat as k
    anti join derde_uitkomst as u on k.oordeel_nr = u.oordeel_nr
    asof inner join zoek as z on k.eigen_nr > z.schakel_nr
)

select n.oordeel_nr, n.begrip_nr, n.begin_nr, z.schakel_nr
from nog_onbekend as n
inner join zoek as z using (zoek_nr);

create temp table later_tak as from takken('later_kandidaat');

create temp table later_uitkomst as from uitkomst_van_takken('later_kandidaat', 'later_tak');

-- one row per oordeel that is known at one of these: the first
create temp table gevonden as
select oordeel_nr, schakel_nr, uitkomst_nr, buiten from eerste_uitkomst
union all
select oordeel_nr, schakel_nr, uitkomst_nr, buiten from tweede_uitkomst
union all
select oordeel_nr, schakel_nr, uitkomst_nr, buiten from derde_uitkomst
union all
select oordeel_nr, min(schakel_nr), arg_min(uitkomst_nr, schakel_nr), arg_min_null(buiten, schakel_nr)
from later_uitkomst
group by oordeel_nr;

-- one row per known oordeel and schakel that follows on its begin, up to where it is known or its baan ends
create temp table stap as
with

tot as (
    select
        o.oordeel_nr, o.indicator_nr, o.uitkomst_nr, o.begin_nr,
        coalesce(g.schakel_nr, o.eigen_nr) - o.begin_nr as stappen,
        coalesce(g.uitkomst_nr, o.eigen_uitkomst_nr) as tot_uitkomst_nr
    from oorsprong as o
    left join gevonden as g using (oordeel_nr)
),

-- which steps there are where there are so many: joined to, that is quicker than a list per oordeel
trap as (
    select stappen::integer as stappen, unnest(range(1, stappen + 1))::integer as trede
    from (select unnest(range(1, (select max(einde_nr - begin_nr) + 1 from begin))) as stappen) as mogelijk
)

select
    t.oordeel_nr, t.indicator_nr, t.begin_nr, t.begin_nr + p.trede as volg_nr, t.uitkomst_nr as uitkomst_van_nr,
    case
        when p.trede < p.stappen then uitkomst_niet_beoordeeld()
        when is_bekend(t.tot_uitkomst_nr) then t.tot_uitkomst_nr
    end::utinyint as uitkomst_naar_nr,
    case
        when p.trede < p.stappen then status_niet_beoordeeld()
        when is_bekend(t.tot_uitkomst_nr) then status(t.uitkomst_nr, t.tot_uitkomst_nr)
        else t.tot_uitkomst_nr
    end::utinyint as status_nr
from tot as t
inner join trap as p using (stappen);
