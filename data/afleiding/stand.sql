-- Stand, per docs/methode.md section 6: what is known now of an indicator at an aanpak, and whether it is open.

-- one row per aanpak and kader of which it is an end. Tables of their own: what DuckDB does not know the size of, it
-- joins by kader alone
create temp table eind as
with

naast as (
    select distinct lid_nr as aanpak_nr, kader_nr from opslag.lijn_meting
    where naast
)

select v.aanpak_nr, k.kader_nr, v.einde
from opslag.leven as v
cross join opslag.kader as k
left join naast as n on v.aanpak_nr = n.aanpak_nr and k.kader_nr = n.kader_nr
where v.blad or n.aanpak_nr is not null;

-- one row per aanpak and kader: have all ends of its line died, and which one ended last
create temp table afloop as
select
    l.aanpak_nr, e.kader_nr, count(*) = count(e.einde) as dood,
    max({'einde': e.einde, 'id': a.aanpak_id, 'nr': a.aanpak_nr}) filter (where e.einde is not null) as laatste
from eind as e
inner join opslag.lijn as l on e.aanpak_nr = l.lid_nr
inner join opslag.aanpak as a on e.aanpak_nr = a.aanpak_nr
group by l.aanpak_nr, e.kader_nr;

-- one row per aanpak and kader that is the last of its line
create table opslag.laatste_aanpak as
with

-- of a family, the ends that share an aanpak from which they descend, that has died out: the one that ended last
laatste_van_familie as (
    select e.aanpak_nr, e.kader_nr
    from eind as e
    inner join opslag.lijn as op on e.aanpak_nr = op.lid_nr
    inner join afloop as f on op.aanpak_nr = f.aanpak_nr and e.kader_nr = f.kader_nr
    where e.einde is not null
    group by e.aanpak_nr, e.kader_nr
    having bool_and(f.dood) and max(f.laatste).nr = e.aanpak_nr
)

select aanpak_nr, kader_nr, true as leeft
from eind
where einde is null
union all
select aanpak_nr, kader_nr, false from laatste_van_familie;

-- one row per branch that counts in a row of the stand: what is known of it, and by which oordeel
create temp table stand_tak as
with recursive

-- an aanpak's latest known oordeel: of all its metingen, and of those that speak for its line too
laatste_oordeel as (
    select
        o.aanpak_nr, o.kader_nr, o.begrip_nr,
        arg_max(o.oordeel_nr, o.moment) as oordeel_nr,
        arg_max(o.meting_nr, o.moment) as meting_nr,
        arg_max(o.oordeel_nr, o.moment) filter (where not m.naast) as oordeel_voor_lijn_nr
    from bekend as o
    inner join opslag.lijn_meting as m on o.meting_nr = m.meting_nr and m.aanpak_nr = m.lid_nr
    group by o.aanpak_nr, o.kader_nr, o.begrip_nr
),

-- each last aanpak with the begrippen that are known anywhere on what ran into it
vraag as (
    select distinct e.aanpak_nr, e.kader_nr, o.begrip_nr, e.leeft
    from opslag.laatste_aanpak as e
    inner join opslag.lijn as op on e.aanpak_nr = op.lid_nr
    inner join laatste_oordeel as o on op.aanpak_nr = o.aanpak_nr and e.kader_nr = o.kader_nr
),

-- up the line until something is known; union, not union all: a diamond counts once
zoek as (
    select v.aanpak_nr, v.kader_nr, v.begrip_nr, v.aanpak_nr as lid_nr, o.oordeel_nr
    from vraag as v
    left join laatste_oordeel as o using (aanpak_nr, kader_nr, begrip_nr)
    union
    select z.aanpak_nr, z.kader_nr, z.begrip_nr, p.van_nr, o.oordeel_voor_lijn_nr
    from zoek as z
    inner join opslag.aanpak_opvolging as p on z.lid_nr = p.naar_nr
    left join laatste_oordeel as o
        on p.van_nr = o.aanpak_nr and z.kader_nr = o.kader_nr and z.begrip_nr = o.begrip_nr
    where z.oordeel_nr is null
),

-- a branch: something known, or the top of the line with nothing known
hoofdtak as (
    select z.*, o.uitkomst_nr, o.moment, m.meting_id, o.meting_nr, o.aanpak_nr as bron_nr
    from zoek as z
    left join bekend as o using (oordeel_nr)
    left join opslag.meting as m using (meting_nr)
    where z.oordeel_nr is not null or z.lid_nr not in (select p.naar_nr from opslag.aanpak_opvolging as p)
),

-- what was found beside its successors at an aanpak that is no last one itself, after all of that
naast_tak as (
    select
        h.aanpak_nr, h.kader_nr, h.begrip_nr, o.oordeel_nr, o.uitkomst_nr, o.moment, m.meting_id, o.meting_nr,
        o.aanpak_nr as bron_nr
    from (
        select aanpak_nr, kader_nr, begrip_nr, max(moment) as laatst
        from hoofdtak
        group by aanpak_nr, kader_nr, begrip_nr
    ) as h
    inner join opslag.lijn as l on h.aanpak_nr = l.lid_nr and l.aanpak_nr <> l.lid_nr
    anti join opslag.laatste_aanpak as e on l.aanpak_nr = e.aanpak_nr and h.kader_nr = e.kader_nr
    inner join laatste_oordeel as lo
        on l.aanpak_nr = lo.aanpak_nr and h.kader_nr = lo.kader_nr and h.begrip_nr = lo.begrip_nr
    inner join opslag.lijn_meting as lm
        on lo.meting_nr = lm.meting_nr and lm.aanpak_nr = lm.lid_nr and lm.naast
    inner join bekend as o on lo.oordeel_nr = o.oordeel_nr
    inner join opslag.meting as m on o.meting_nr = m.meting_nr
    where h.laatst is null or o.moment > h.laatst
)

select aanpak_nr, kader_nr, begrip_nr, oordeel_nr, uitkomst_nr, moment, meting_id, meting_nr, bron_nr from hoofdtak
union all
select aanpak_nr, kader_nr, begrip_nr, oordeel_nr, uitkomst_nr, moment, meting_id, meting_nr, bron_nr from naast_tak;

create table opslag.stand as
with

-- the latest voldoet before what counted, looking up its own line
laatst_goed as (
    select t.oordeel_nr, max(goed.moment) as moment
    from stand_tak as t
    inner join opslag.lijn as op on t.bron_nr = op.lid_nr
    inner join bekend as goed
        on
            op.aanpak_nr = goed.aanpak_nr and t.kader_nr = goed.kader_nr and t.begrip_nr = goed.begrip_nr
            and t.moment > goed.moment and goed.uitkomst_nr = voldoet()
    group by t.oordeel_nr
),

-- since when an open oordeel has been open, looking up its own line
sinds as (
    select t.aanpak_nr, t.kader_nr, t.begrip_nr, min(eerder.peiljaar) as sinds
    from stand_tak as t
    inner join opslag.lijn as op on t.bron_nr = op.lid_nr
    inner join bekend as eerder
        on
            op.aanpak_nr = eerder.aanpak_nr and t.kader_nr = eerder.kader_nr and t.begrip_nr = eerder.begrip_nr
            and t.moment >= eerder.moment and is_verbeterpunt(eerder.uitkomst_nr)
    left join laatst_goed as g on t.oordeel_nr = g.oordeel_nr
    where is_verbeterpunt(t.uitkomst_nr) and (g.moment is null or eerder.moment > g.moment)
    group by t.aanpak_nr, t.kader_nr, t.begrip_nr
),

samen as (
    select
        t.aanpak_nr, t.kader_nr, t.begrip_nr,
        combineer(bool_or(t.uitkomst_nr is null), min(t.uitkomst_nr), max(t.uitkomst_nr)) as uitkomst_nr,
        arg_max(t.oordeel_nr, (t.moment, t.meting_id)) filter (where t.oordeel_nr is not null) as oordeel_nr,
        min(m.bewijs_nr) as bewijs_nr
    from stand_tak as t
    left join opslag.meting as m using (meting_nr)
    group by t.aanpak_nr, t.kader_nr, t.begrip_nr
    having count(t.uitkomst_nr) > 0
)

select
    s.aanpak_nr, a.gemeente_nr, s.kader_nr, o.indicator_nr, s.begrip_nr, i.thema_nr, i.onderwerp_nr, s.oordeel_nr,
    o.meting_nr, coalesce(s.uitkomst_nr, uitkomst_niet_beoordeeld())::utinyint as uitkomst_nr, o.peiljaar, o.moment,
    s.bewijs_nr,
    is_verbeterpunt(s.uitkomst_nr) as open,
    if(is_verbeterpunt(s.uitkomst_nr), t.sinds, null) as sinds,
    e.leeft
from samen as s
inner join bekend as o using (oordeel_nr)
inner join opslag.indicator as i using (indicator_nr)
inner join opslag.aanpak as a on s.aanpak_nr = a.aanpak_nr
inner join opslag.laatste_aanpak as e on s.aanpak_nr = e.aanpak_nr and s.kader_nr = e.kader_nr
left join sinds as t on s.aanpak_nr = t.aanpak_nr and s.kader_nr = t.kader_nr and s.begrip_nr = t.begrip_nr
order by s.kader_nr, i.thema_nr, a.gemeente_nr, s.aanpak_nr, o.indicator_nr;
