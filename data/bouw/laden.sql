-- From the checked raw cells of `ruw` to the numbered tables of `opslag`. Numbers follow the ids in alphabetical order,
-- so that the same leveringen always give the same database.

insert into opslag.gemeente
select
    row_number() over (order by gemeente_code), gemeente_code, gemeente, provincie, geldig_van::date,
    geldig_tot::date, left(gemeente_code, 2) = 'FG', opmerking
from ruw.gemeenten;

insert into opslag.gebiedswijziging
select v.gemeente_nr as van_nr, n.gemeente_nr as naar_nr, w.datum::date, w.soort, w.opmerking
from ruw.gebiedswijzigingen as w
inner join opslag.gemeente as v on w.van = v.gemeente_code
inner join opslag.gemeente as n on w.naar = n.gemeente_code
order by w.datum, w.van, w.naar;

insert into opslag.grens
select g.gemeente_nr, r.jaar::smallint, r.grens, r.bron
from ruw.grenzen as r
inner join opslag.gemeente as g using (gemeente_code)
order by g.gemeente_nr;

-- a gemeente with itself and every gemeente that merged into it, over several mergers
insert into opslag.gemeente_omvat
with recursive omvat as (
    select gemeente_nr, gemeente_nr as omvat_nr from opslag.gemeente
    union
    select w.naar_nr, o.omvat_nr
    from omvat as o
    inner join opslag.gebiedswijziging as w on o.gemeente_nr = w.van_nr and w.soort = 'opgegaan_in'
)

select gemeente_nr, omvat_nr from omvat
order by gemeente_nr, omvat_nr;

insert into opslag.kader
select row_number() over (order by kader_id), kader_id, kader, niveau, opmerking from ruw.kaders;

insert into opslag.editie
select
    row_number() over (order by e.editie_id), e.editie_id, k.kader_nr, e.editie, e.volgorde::integer,
    e.volledig = 'ja', e.opmerking
from ruw.edities as e
inner join opslag.kader as k using (kader_id);

insert into opslag.thema
select
    row_number() over (order by t.thema_id), t.thema_id, e.editie_nr, t.thema, t.volgorde::integer, t.omschrijving
from ruw.themas as t
inner join opslag.editie as e using (editie_id);

insert into opslag.criterium
select row_number() over (order by c.criterium_id), c.criterium_id, t.thema_nr, c.criterium, c.volgorde::integer
from ruw.criteria as c
inner join opslag.thema as t using (thema_id);

insert into opslag.onderwerp
select row_number() over (order by onderwerp_id), onderwerp_id, onderwerp, volgorde::integer, omschrijving
from ruw.onderwerpen;

insert into opslag.indicator
with recursive

genummerd as (
    select row_number() over (order by indicator_id) as indicator_nr, * from ruw.indicatoren
),

gelijk as (
    select v.indicator_nr as een, n.indicator_nr as ander
    from ruw.indicator_gelijk as g
    inner join genummerd as v on g.van = v.indicator_id
    inner join genummerd as n on g.naar = n.indicator_id
),

buur as (
    select een, ander from gelijk
    union
    select ander, een from gelijk
),

-- every indicator with all that it is tied to; the least of them names the begrip
verbonden as (
    select indicator_nr, indicator_nr as lid from genummerd
    union
    select v.indicator_nr, b.ander
    from verbonden as v
    inner join buur as b on v.lid = b.een
),

begrip as (
    select indicator_nr, min(lid) as begrip_nr from verbonden
    group by indicator_nr
)

select
    g.indicator_nr, g.indicator_id, b.begrip_nr, e.editie_nr, e.kader_nr, t.thema_nr, c.criterium_nr,
    o.onderwerp_nr, g.indicator, g.kort, g.volgorde::integer, g.operationalisering, g.thema_reden, io.reden,
    g.opmerking
from genummerd as g
inner join begrip as b using (indicator_nr)
inner join opslag.editie as e using (editie_id)
inner join opslag.thema as t using (thema_id)
left join opslag.criterium as c using (criterium_id)
inner join ruw.indicator_onderwerp as io using (indicator_id)
inner join opslag.onderwerp as o using (onderwerp_id);

insert into opslag.ronde
select
    row_number() over (order by r.ronde_id), r.ronde_id, r.ronde, k.kader_nr, r.jaar_van::smallint,
    r.jaar_tot::smallint, r.aantal_gemeenten::integer, r.bron, r.opmerking
from ruw.onderzoeksrondes as r
inner join opslag.kader as k using (kader_id);

insert into opslag.ronde_deelname
select r.ronde_nr, g.gemeente_nr, d.aanpak, d.bron, d.opmerking
from ruw.ronde_deelname as d
inner join opslag.ronde as r using (ronde_id)
inner join opslag.gemeente as g using (gemeente_code)
order by r.ronde_nr, g.gemeente_nr, d.aanpak;

insert into opslag.rapport
select
    row_number() over (order by r.rapport_id), r.rapport_id, b.levering_id, r.titel, r.uitgever, r.gepubliceerd,
    r.soort, r.opmerking
from ruw.rapporten as r
asof inner join ruw.bestand as b on b.tabel = 'rapporten' and r.rij >= b.rij;

insert into opslag.weergave
select w.weergave_id, r.rapport_nr, w.bestand, w.sha256, w.vorm, w.opmerking
from ruw.weergaven as w
inner join opslag.rapport as r using (rapport_id)
order by w.weergave_id;

insert into opslag.aanpak
select
    row_number() over (order by a.aanpak_id), a.aanpak_id, g.gemeente_nr, a.aanpak, a.begin, a.einde,
    laatste_dag(a.einde), a.opmerking
from ruw.aanpakken as a
inner join opslag.gemeente as g using (gemeente_code);

insert into opslag.aanpak_opvolging
select v.aanpak_nr as van_nr, n.aanpak_nr as naar_nr, o.bron, o.opmerking
from ruw.aanpak_opvolging as o
inner join opslag.aanpak as v on o.van = v.aanpak_id
inner join opslag.aanpak as n on o.naar = n.aanpak_id
order by v.aanpak_nr, n.aanpak_nr;

insert into opslag.meting
with

-- of several rapporten that print a meting the earliest published counts, then the first by id
eerste_rapport as (
    select mr.meting_id, arg_min(r.rapport_nr, (laatste_dag(r.gepubliceerd), r.rapport_id)) as rapport_nr
    from ruw.meting_rapport as mr
    inner join opslag.rapport as r using (rapport_id)
    group by mr.meting_id
)

select
    row_number() over (order by m.meting_id), m.meting_id, a.aanpak_nr, e.editie_nr, e.kader_nr, r.ronde_nr,
    er.rapport_nr, m.peiljaar::smallint, m.peiljaar_reden, moment(m.bezoek_op, m.onderzoek_tot, m.peiljaar),
    m.bezoek_op::date, m.onderzoek_van, m.onderzoek_tot, b.bewijs_nr, d.dekking_nr, m.basis, m.opmerking
from ruw.metingen as m
inner join opslag.aanpak as a using (aanpak_id)
inner join opslag.editie as e using (editie_id)
left join opslag.ronde as r using (ronde_id)
inner join eerste_rapport as er using (meting_id)
inner join opslag.bewijs as b using (bewijs)
inner join opslag.dekking as d using (dekking);

insert into opslag.meting_rapport
select m.meting_nr, r.rapport_nr
from ruw.meting_rapport
inner join opslag.meting as m using (meting_id)
inner join opslag.rapport as r using (rapport_id)
order by m.meting_nr, r.rapport_nr;

-- each printing of an oordeel in numbers; the texts wait until it is known which printings count, and in what order
create table ruw.gedrukt as
select o.rij, m.meting_nr, i.indicator_nr, r.rapport_nr, u.uitkomst_nr
from ruw.oordelen as o
inner join opslag.meting as m using (meting_id)
inner join opslag.indicator as i using (indicator_id)
inner join opslag.rapport as r using (rapport_id)
inner join opslag.uitkomst as u using (uitkomst);

-- a meting that is printed twice counts once: the printing that conflicten.csv names, else the earliest published
create table ruw.telt_niet as
with

vaker as (
    select meting_nr, indicator_nr from ruw.gedrukt
    group by meting_nr, indicator_nr
    having count(*) > 1
),

op_volgorde as (
    select
        g.rij,
        row_number() over (
            partition by g.meting_nr, g.indicator_nr
            order by o.rapport_id = c.geldt desc nulls last, laatste_dag(r.gepubliceerd), o.rapport_id
        ) as keus
    from ruw.gedrukt as g
    semi join vaker as v on g.meting_nr = v.meting_nr and g.indicator_nr = v.indicator_nr
    inner join ruw.oordelen as o using (rij)
    inner join opslag.rapport as r on g.rapport_nr = r.rapport_nr
    left join ruw.conflicten as c on o.meting_id = c.meting_id and o.indicator_id = c.indicator_id
)

select rij from op_volgorde
where keus > 1;

-- in this order they are read, and in it they take the least room
insert into opslag.oordeel
with

op_volgorde as (
    select
        g.meting_nr, g.indicator_nr, g.rapport_nr, g.uitkomst_nr, o.teken_gedrukt, o.thema_gedrukt, o.toelichting,
        o.opmerking, o.vindplaats, o.pagina::integer
    from ruw.gedrukt as g
    anti join ruw.telt_niet using (rij)
    inner join ruw.oordelen as o using (rij)
    order by g.meting_nr, g.indicator_nr
)

select row_number() over (), * from op_volgorde;

drop table ruw.gedrukt;
drop table ruw.telt_niet;

insert into opslag.bevinding
select
    row_number() over (order by b.bevinding_id), b.bevinding_id, r.rapport_nr, g.gemeente_nr, a.aanpak_nr,
    o.onderwerp_nr, b.soort, b.titel, b.tekst, b.voor_wie, b.vindplaats, b.pagina::integer,
    b.opvolging_verwacht_van, b.opvolging_verwacht_tot, b.stand, b.opmerking
from ruw.bevindingen as b
inner join opslag.rapport as r using (rapport_id)
inner join opslag.gemeente as g using (gemeente_code)
left join opslag.aanpak as a using (aanpak_id)
left join opslag.onderwerp as o using (onderwerp_id);

insert into opslag.bevinding_indicator
select b.bevinding_nr, i.indicator_nr
from ruw.bevinding_indicator
inner join opslag.bevinding as b using (bevinding_id)
inner join opslag.indicator as i using (indicator_id)
order by b.bevinding_nr, i.indicator_nr;

insert into opslag.gemeld_actiepunt
select b.bevinding_nr, a.bevinding_nr as actiepunt_nr
from ruw.gemeld_actiepunt as g
inner join opslag.bevinding as b using (bevinding_id)
inner join opslag.bevinding as a on g.actiepunt_id = a.bevinding_id
order by b.bevinding_nr, a.bevinding_nr;

insert into opslag.gemeld_indicator
select b.bevinding_nr, a.aanpak_nr, i.indicator_nr
from ruw.gemeld_indicator
inner join opslag.bevinding as b using (bevinding_id)
inner join opslag.aanpak as a using (aanpak_id)
inner join opslag.indicator as i using (indicator_id)
order by b.bevinding_nr, a.aanpak_nr, i.indicator_nr;
