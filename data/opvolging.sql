-- Follow-up, per docs/methode.md sections 3 and 4: what became of every known uitkomst at the tests that came after it.

-- one row per known oordeel, with what the rows that start from it carry
create temp table oorsprong as
select
    o.oordeel_nr,
    o.meting_nr,
    o.indicator_nr,
    i.begrip_nr,
    o.uitkomst_nr,
    m.aanpak_nr,
    m.kader_nr,
    m.peiljaar,
    m.moment,
    m.bewijs_nr
from opslag.oordeel as o
inner join opslag.meting as m using (meting_nr)
inner join opslag.indicator as i using (indicator_nr)
where o.uitkomst_nr <= 3;

-- The verdict of tests on oordelen. Takes the name of a table with oordeel_nr, stap, toets_nr; gives its rows back,
-- without the tests that pass the begrip over, with uitkomst_nr (null = unknown) and eigen_uitkomst: has a meting of
-- the test itself a known uitkomst?
create temp macro uitkomst_van_toets(kandidaten) as table
    with

    kandidaat as (
        select
            k.oordeel_nr, k.stap, k.toets_nr, o.begrip_nr, o.moment, t.jaar, t.eigen_meting_nr
        from query_table(kandidaten) as k -- noqa: RF02
        inner join oorsprong as o using (oordeel_nr)
        inner join opslag.toets as t using (toets_nr)
        semi join toets_begrip as b on k.toets_nr = b.toets_nr and o.begrip_nr = b.begrip_nr
    ),

    eigen as (
        select k.oordeel_nr, k.stap, k.toets_nr, k.jaar, u.uitkomst_nr, u.uitkomst_nr is not null as eigen_uitkomst
        from kandidaat as k
        left join oorsprong as u on k.eigen_meting_nr = u.meting_nr and k.begrip_nr = u.begrip_nr
        where k.eigen_meting_nr is not null
    ),

    -- the latest known uitkomst of each branch since the oordeel
    tak as (
        select
            k.oordeel_nr, k.stap, k.toets_nr, k.jaar, t.tak,
            arg_max(u.uitkomst_nr, (t.moment, t.diepte)) filter (where t.moment > k.moment) as uitkomst_nr
        from kandidaat as k
        inner join tak_meting as t using (toets_nr)
        left join oorsprong as u on t.meting_nr = u.meting_nr and k.begrip_nr = u.begrip_nr
        where k.eigen_meting_nr is null
        group by all
    ),

    vers as (
        select distinct k.oordeel_nr, k.stap
        from kandidaat as k
        inner join opslag.toets_meting as tm using (toets_nr)
        inner join oorsprong as u on tm.meting_nr = u.meting_nr and k.begrip_nr = u.begrip_nr
        where k.eigen_meting_nr is null
    ),

    samen as (
        select
            oordeel_nr, stap, toets_nr, jaar,
            combineer(bool_or(uitkomst_nr is null), min(uitkomst_nr), max(uitkomst_nr)) as uitkomst_nr
        from tak
        group by all
    )

    select * from eigen
    union all
    select s.*, v.oordeel_nr is not null
    from samen as s
    left join vers as v on s.oordeel_nr = v.oordeel_nr and s.stap = v.stap;

-- every known oordeel against the first test of its chain
create temp table eerste_kandidaat as
select o.oordeel_nr, k.stap, k.toets_nr
from oorsprong as o
inner join keten as k on o.meting_nr = k.meting_nr and k.stap = 1;

create temp table eerste_toets as
from uitkomst_van_toets('eerste_kandidaat');

-- the later tests matter only where the first says nothing
create temp table latere_kandidaat as
select o.oordeel_nr, k.stap, k.toets_nr
from oorsprong as o
inner join keten as k on o.meting_nr = k.meting_nr and k.stap > 1
anti join eerste_toets as e on o.oordeel_nr = e.oordeel_nr and e.uitkomst_nr is not null;

create temp table latere_toets as
from uitkomst_van_toets('latere_kandidaat');

create temp table stap as
with

toets as (
    select * from eerste_toets
    union all
    select * from latere_toets
),

tot_bekend as (
    select *
    from toets
    qualify
        stap <= coalesce(min(stap) filter (where uitkomst_nr is not null) over (partition by oordeel_nr), stap)
),

-- where nothing known came, the uitkomst goes on without a test
zonder_toets as (
    select
        o.oordeel_nr, coalesce(max(t.stap), 0) + 1 as stap, null::integer as toets_nr, null::smallint as jaar,
        null::utinyint as uitkomst_nr
    from oorsprong as o
    left join tot_bekend as t using (oordeel_nr)
    group by o.oordeel_nr
    having count(t.uitkomst_nr) = 0
),

rij as (
    select oordeel_nr, stap, toets_nr, jaar, uitkomst_nr from tot_bekend
    union all
    select oordeel_nr, stap, toets_nr, jaar, uitkomst_nr from zonder_toets
)

select
    *,
    lag(toets_nr) over (partition by oordeel_nr order by stap) as vorige_toets_nr
from rij;

create table opslag.opvolging as
select
    o.oordeel_nr, o.aanpak_nr, a.gemeente_nr, o.kader_nr, o.indicator_nr, o.begrip_nr, i.thema_nr, i.onderwerp_nr,
    coalesce(v.jaar, o.peiljaar) as jaar_van,
    s.jaar as jaar_naar,
    coalesce(vs.laatste, o.moment) as moment_van,
    s.toets_nr,
    o.uitkomst_nr as uitkomst_van_nr,
    if(s.toets_nr is null, null, coalesce(s.uitkomst_nr, 4)) as uitkomst_naar_nr,
    status(o.uitkomst_nr, s.uitkomst_nr, s.toets_nr is not null, l.leeft) as status_nr,
    o.uitkomst_nr in (2, 3) as was_verbeterpunt,
    v.toets_nr is not null as overgenomen,
    o.bewijs_nr as bewijs_van_nr,
    ts.bewijs_nr as bewijs_naar_nr
from stap as s
inner join oorsprong as o using (oordeel_nr)
inner join opslag.indicator as i using (indicator_nr)
inner join opslag.aanpak as a using (aanpak_nr)
inner join lijn_leeft as l on o.aanpak_nr = l.aanpak_nr and o.kader_nr = l.kader_nr
left join opslag.toets as v on s.vorige_toets_nr = v.toets_nr
left join opslag.toets_samen as vs on s.vorige_toets_nr = vs.toets_nr
left join opslag.toets_samen as ts on s.toets_nr = ts.toets_nr
order by o.kader_nr, i.thema_nr, a.gemeente_nr, o.aanpak_nr, jaar_van, jaar_naar, o.indicator_nr;
