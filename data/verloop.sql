-- Course, per docs/methode.md section 5: from the first known uitkomst of an indicator to the latest known one.

create temp table verloop_begin as
with

eerste as (
    select aanpak_nr, kader_nr, begrip_nr, min(moment) as moment, arg_min(oordeel_nr, moment) as oordeel_nr
    from oorsprong
    group by aanpak_nr, kader_nr, begrip_nr
),

voorganger as (
    select l.lid_nr, v.kader_nr, v.begrip_nr, v.moment
    from eerste as v
    inner join opslag.lijn as l using (aanpak_nr)
    where l.lid_nr <> l.aanpak_nr
)

select e.oordeel_nr
from eerste as e
anti join voorganger
    on
        e.aanpak_nr = voorganger.lid_nr and e.kader_nr = voorganger.kader_nr and e.begrip_nr = voorganger.begrip_nr
        and e.moment >= voorganger.moment;

create temp table verloop_kandidaat as
select b.oordeel_nr, k.stap, k.toets_nr
from verloop_begin as b
inner join oorsprong using (oordeel_nr)
inner join keten as k using (meting_nr);

create table opslag.verloop as
with

toets as (
    select
        *,
        uitkomst_nr is not null
        and (
            eigen_uitkomst
            or uitkomst_nr is distinct from lag(uitkomst_nr) over (partition by oordeel_nr order by stap)
        ) as telt
    from uitkomst_van_toets('verloop_kandidaat')
),

-- the last test that tells something, else the last test, else none
laatste as (
    select *
    from toets
    qualify row_number() over (partition by oordeel_nr order by telt desc, stap desc) = 1
)

select
    o.oordeel_nr, o.aanpak_nr, a.gemeente_nr, o.kader_nr, o.indicator_nr, o.begrip_nr, i.thema_nr, i.onderwerp_nr,
    o.peiljaar as jaar_van,
    t.jaar as jaar_naar,
    o.moment as moment_van,
    t.toets_nr,
    o.uitkomst_nr as uitkomst_van_nr,
    case
        when t.toets_nr is null then null
        when t.telt then t.uitkomst_nr
        else 4::utinyint
    end as uitkomst_naar_nr,
    status(o.uitkomst_nr, if(t.telt, t.uitkomst_nr, null), t.toets_nr is not null, l.leeft) as status_nr,
    o.uitkomst_nr in (2, 3) as was_verbeterpunt,
    false as overgenomen,
    o.bewijs_nr as bewijs_van_nr,
    ts.bewijs_nr as bewijs_naar_nr
from verloop_begin
inner join oorsprong as o using (oordeel_nr)
inner join opslag.indicator as i using (indicator_nr)
inner join opslag.aanpak as a using (aanpak_nr)
inner join lijn_leeft as l on o.aanpak_nr = l.aanpak_nr and o.kader_nr = l.kader_nr
left join laatste as t using (oordeel_nr)
left join opslag.toets_samen as ts using (toets_nr)
order by o.kader_nr, i.thema_nr, a.gemeente_nr, o.aanpak_nr, jaar_van, jaar_naar, o.indicator_nr;
