-- Lines, tests and branches, at the grain of metingen (docs/methode.md sections 1 to 3).

create unlogged table lijn as
with recursive lijn as (
    select aanpak, aanpak as lid from aanpak
    union
    select l.aanpak, o.naar
    from lijn as l
    inner join opvolger as o on l.lid = o.van
)

select aanpak, lid from lijn;
create index lijn_op_aanpak on lijn (aanpak, lid);
create index lijn_op_lid on lijn (lid, aanpak);
analyze lijn;
create unlogged table leven as
select
    a.aanpak,
    case when m.moment > a.einde then null else a.einde end as einde,
    not exists (select 1 from opvolger as o where o.van = a.aanpak) as blad
from aanpak as a
left join (select aanpak, max(moment) as moment from meting group by aanpak) as m on a.aanpak = m.aanpak;
create index leven_op_aanpak on leven (aanpak, blad, einde);
analyze leven;
create unlogged table meting_naast as
with

lijn_einde as (
    select l.aanpak, case when count(*) = count(v.einde) then max(v.einde) end as einde
    from lijn as l
    inner join leven as v on l.lid = v.aanpak and v.blad
    group by l.aanpak
),

eerste_opvolger as (
    select l.aanpak, m.kader, min(m.moment) as moment
    from lijn as l
    inner join meting as m on l.lid = m.aanpak
    where l.lid <> l.aanpak
    group by l.aanpak, m.kader
)

select
    m.meting, m.aanpak, m.kader, m.editie, m.peiljaar, m.moment, m.bewijs,
    not v.blad and (coalesce(o.moment <= m.moment, false) or coalesce(e.einde < m.moment, false)) as naast
from meting as m
inner join leven as v on m.aanpak = v.aanpak
inner join lijn_einde as e on m.aanpak = e.aanpak
left join eerste_opvolger as o on m.aanpak = o.aanpak and m.kader = o.kader;
create index meting_naast_op_aanpak on meting_naast (aanpak, kader, moment, meting, naast, peiljaar);
analyze meting_naast;
create unlogged table lijn_meting as
select l.aanpak, m.aanpak as lid, m.kader, m.moment, m.meting, m.peiljaar, m.bewijs, m.editie, m.naast
from lijn as l
inner join meting_naast as m on l.lid = m.aanpak;
create index lijn_meting_op_aanpak on lijn_meting (aanpak, kader, moment, meting, lid, peiljaar, naast, bewijs, editie);
analyze lijn_meting;
create unlogged table toets_begin as
select
    row_number() over (order by aanpak, kader, moment) as toets, aanpak, kader, moment,
    coalesce(max(case when lid = aanpak then peiljaar end), min(peiljaar)) as jaar,
    max(case when lid = aanpak then meting end) as meting
from lijn_meting
group by aanpak, kader, moment;
create index toets_begin_op_aanpak on toets_begin (aanpak, kader, moment, toets);
analyze toets_begin;
-- the metingen of joint tests
create unlogged table gezamenlijk as
select t.toets, m.moment, m.bewijs, m.editie
from toets_begin as t
inner join lijn_meting as m on t.aanpak = m.aanpak and t.kader = m.kader and t.moment <= m.moment
where t.meting is null and (m.moment = t.moment or m.peiljaar = t.jaar);

create unlogged table toets_editie as
select t.toets, m.editie
from toets_begin as t
inner join meting as m on t.meting = m.meting
union
select toets, editie from gezamenlijk;
create index toets_editie_op_toets on toets_editie (toets, editie);
analyze toets_editie;
create unlogged table toets_samen as
select t.toets, t.moment as laatste, m.bewijs
from toets_begin as t
inner join meting as m on t.meting = m.meting
union all
select toets, max(moment) as laatste, min(bewijs) as bewijs
from gezamenlijk
group by toets;
create index toets_samen_op_toets on toets_samen (toets, laatste, bewijs);
analyze toets_samen;
-- every path of successors to a leaf, one row per member
create unlogged table pad as
with recursive pad as (
    select aanpak, aanpak as eind, array[aanpak] as leden from aanpak
    union all
    select p.aanpak, o.naar, p.leden || o.naar
    from pad as p
    inner join opvolger as o on p.eind = o.van
),

genummerd as (
    select p.aanpak, p.leden, v.einde, (row_number() over ())::integer as tak
    from pad as p
    inner join leven as v on p.eind = v.aanpak and v.blad
)

select g.aanpak, g.tak, lid.lid, lid.diepte::integer as diepte, g.einde
from genummerd as g
cross join unnest(g.leden) with ordinality as lid (lid, diepte);
create index pad_op_aanpak on pad (aanpak, tak, lid, diepte, einde);
analyze pad;
-- the branches of joint tests, one row per member
create unlogged table tak as
with

deel as (
    select t.toets, t.aanpak, t.kader, t.moment, s.laatste
    from toets_begin as t
    inner join toets_samen as s on t.toets = s.toets
    where t.meting is null
)

select d.toets, d.kader, d.laatste, p.tak, p.lid, p.diepte, false as naast
from deel as d
inner join pad as p on d.aanpak = p.aanpak
where p.einde is null or p.einde >= d.moment
union
select d.toets, d.kader, d.laatste, -m.lid, m.lid, 1, true
from deel as d
inner join lijn_meting as m on d.aanpak = m.aanpak and d.kader = m.kader and d.moment <= m.moment
where m.naast;
analyze tak;
create unlogged table tak_meting as
select t.toets, t.tak, t.diepte, m.meting, m.moment
from tak as t
inner join meting_naast as m
    on t.lid = m.aanpak and t.kader = m.kader and t.naast = m.naast and t.laatste >= m.moment;
create index tak_meting_op_toets on tak_meting (toets, moment, tak, diepte, meting);
analyze tak_meting;
create unlogged table toets as
select
    t.toets, t.aanpak, t.kader, t.moment, t.jaar, t.meting, s.laatste, s.bewijs, coalesce(k.takken, 0) as takken,
    (
        select v.toets from toets_begin as v
        where v.aanpak = t.aanpak and v.kader = t.kader and v.moment > s.laatste
        order by v.moment
        limit 1
    ) as volgende
from toets_begin as t
inner join toets_samen as s on t.toets = s.toets
left join (
    select toets, count(distinct tak) as takken from tak group by toets
) as k on t.toets = k.toets;
create unique index toets_op_nr on toets (toets, meting, volgende, takken);
create index toets_op_meting on toets (meting, volgende);
analyze toets;
create unlogged table leeft as
select distinct l.aanpak, m.kader
from lijn as l
inner join leven as v on l.lid = v.aanpak
cross join (select distinct kader from meting) as m
where v.blad and v.einde is null
union
select l.aanpak, l.kader
from lijn_meting as l
inner join leven as v on l.lid = v.aanpak
where l.naast and v.einde is null;
create index leeft_op_aanpak on leeft (aanpak, kader);
analyze leeft;
create unlogged table oorsprong as
select
    o.oordeel_nr, o.meting, o.indicator, i.begrip, o.uitkomst, m.aanpak, m.kader, m.editie, m.peiljaar, m.moment,
    m.bewijs
from oordeel as o
inner join meting as m on o.meting = m.meting
inner join indicator as i on o.indicator = i.indicator
where o.uitkomst <= 3;
create unique index oorsprong_op_nr on oorsprong (oordeel_nr);
create unique index oorsprong_op_meting on oorsprong (meting, begrip, uitkomst);
analyze oorsprong;
create unlogged table actief as
select o.oordeel_nr, t.volgende as toets, null::integer as vorige
from oorsprong as o
inner join toets as t on o.meting = t.meting;
analyze actief;
create unlogged table stap (oordeel_nr integer, toets integer, vorige integer, uitkomst smallint);
