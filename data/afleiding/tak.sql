-- The verdict of a joint test, per docs/methode.md section 3: what its branches say together of an indicator.

-- one row per path of successors from an aanpak down to a leaf, and aanpak on it; diepte: how far down that stands
create temp table pad as
with recursive

weg as (
    select aanpak_nr, aanpak_nr as eind_nr, [aanpak_nr] as leden
    from opslag.leven
    where not blad
    union all
    select w.aanpak_nr, o.naar_nr, list_append(w.leden, o.naar_nr)
    from weg as w
    inner join opslag.aanpak_opvolging as o on w.eind_nr = o.van_nr
),

tot_blad as (
    select w.aanpak_nr, w.leden, v.einde, row_number() over () as pad_nr
    from weg as w
    inner join opslag.leven as v on w.eind_nr = v.aanpak_nr
    where v.blad
)

select pad_nr, aanpak_nr, einde, unnest(leden) as lid_nr, generate_subscripts(leden, 1) as diepte
from tot_blad;

-- Takes the name of a table with begin_nr and schakel_nr, the schakel of a test in the chain from that begin. One row
-- per such pair and meting that speaks for a branch (tak_nr) of the test, after the begin and up to the test's last
-- moment; rang: which is the later; takken: how many branches the test has, also those for which nothing speaks;
-- buiten_nr: the meting where it is none of the test's own, else 0. An own test is a branch of one meting.
create temp macro takken(paren) as table
    with

    paar as (
        select
            p.begin_nr, p.schakel_nr, t.aanpak_nr, t.kader_nr, t.moment, t.laatste, t.jaar, t.eigen_meting_nr,
            m.moment as na
        from (select distinct begin_nr, schakel_nr from query_table(paren)) as p -- noqa: RF02
        inner join schakel using (schakel_nr)
        inner join opslag.toets as t using (toets_nr)
        inner join begin as b on p.begin_nr = b.begin_nr
        inner join opslag.meting as m on b.meting_nr = m.meting_nr
    ),

    lid as (
        select p.begin_nr, p.schakel_nr, w.pad_nr as tak_nr, w.lid_nr, w.diepte, false as naast
        from paar as p
        inner join pad as w using (aanpak_nr)
        where p.eigen_meting_nr is null and (w.einde is null or w.einde >= p.moment)
        union all
        select distinct p.begin_nr, p.schakel_nr, -m.lid_nr, m.lid_nr, 1, true
        from paar as p
        inner join opslag.lijn_meting as m using (aanpak_nr, kader_nr)
        where p.eigen_meting_nr is null and m.naast and m.moment >= p.moment
    ),

    aantal as (
        select begin_nr, schakel_nr, count(distinct tak_nr) as takken from lid
        group by begin_nr, schakel_nr
    ),

    sprekend as (
        select
            p.begin_nr, p.schakel_nr, m.lid_nr, m.naast, m.meting_nr, m.moment,
            if(in_toets(p.moment, p.jaar, m.moment, m.peiljaar), 0, m.meting_nr) as buiten_nr
        from paar as p
        inner join opslag.lijn_meting as m using (aanpak_nr, kader_nr)
        where p.eigen_meting_nr is null and m.moment > p.na and m.moment <= p.laatste
    ),

    tak as (
        select l.begin_nr, l.schakel_nr, l.tak_nr, l.diepte, s.meting_nr, s.moment, a.takken, s.buiten_nr
        from lid as l
        inner join sprekend as s using (begin_nr, schakel_nr, lid_nr, naast)
        inner join aantal as a using (begin_nr, schakel_nr)
        union all
        select begin_nr, schakel_nr, 0, 1, eigen_meting_nr, moment, 1, 0 from paar
        where eigen_meting_nr is not null
    )

    select
        begin_nr, schakel_nr, tak_nr, meting_nr, takken, buiten_nr,
        row_number() over (partition by begin_nr, schakel_nr, tak_nr order by moment, diepte) as rang
    from tak;

-- Takes the names of a table with oordeel_nr, begrip_nr, begin_nr and schakel_nr, and of one with the takken of its
-- pairs. One row per oordeel and schakel of which the test says something of the begrip, with that uitkomst_nr; buiten:
-- the metingen that speak for it and are none of the test's own, null where there are none.
create temp macro uitkomst_van_takken(kandidaten, takken_) as table
    with

    per_tak as (
        select
            k.oordeel_nr, k.schakel_nr, t.tak_nr, t.takken, arg_max(u.uitkomst_nr, t.rang) as uitkomst_nr,
            arg_max(t.buiten_nr, t.rang) as buiten_nr
        from query_table(kandidaten) as k -- noqa: RF02
        inner join query_table(takken_) as t using (begin_nr, schakel_nr) -- noqa: RF02
        inner join bekend_op_lijn as u on t.meting_nr = u.meting_nr and k.begrip_nr = u.begrip_nr
        group by k.oordeel_nr, k.schakel_nr, t.tak_nr, t.takken
    ),

    samen as (
        select
            oordeel_nr, schakel_nr,
            combineer(count(*) < takken, min(uitkomst_nr), max(uitkomst_nr)) as uitkomst_nr,
            list(buiten_nr) filter (where buiten_nr > 0) as buiten
        from per_tak
        group by oordeel_nr, schakel_nr, takken
    )

    select * from samen
    where uitkomst_nr is not null;
