-- What nearly every question names, in words. Tables and not views: to plan six joins takes DuckDB longer than to carry
-- them out, for each view in which they stand again, and a filter on a gemeente waits until all of them are done. What
-- repeats takes a few bits a row.

-- begrippen that the newest edition of their kader still holds
create table opslag.begrip_nu as
select distinct i.begrip_nr
from opslag.indicator as i
inner join opslag.editie as e using (editie_nr)
where e.volgorde = (
    select max(n.volgorde) from opslag.editie as n
    where n.kader_nr = e.kader_nr
);

-- one row per indicator, with its kader in words: what the view indicatoren gives
create table opslag.indicator_in_woorden as
select
    i.indicator_nr, i.begrip_nr, i.indicator_id, i.indicator, i.kort, k.kader_id, k.kader, k.niveau, e.editie_id,
    t.thema_id, t.thema, c.criterium, o.onderwerp_id, o.onderwerp, t.volgorde as thema_volgorde,
    i.volgorde as indicator_volgorde, i.operationalisering, i.thema_reden, i.onderwerp_reden,
    b.begrip_nr is null as niet_meer_in_kader
from opslag.indicator as i
inner join opslag.kader as k using (kader_nr)
inner join opslag.editie as e using (editie_nr)
inner join opslag.thema as t using (thema_nr)
left join opslag.criterium as c using (criterium_nr)
inner join opslag.onderwerp as o using (onderwerp_nr)
left join opslag.begrip_nu as b using (begrip_nr);

-- one row per gemeente × gemeente that merged into it, itself among them
create table opslag.omvat_in_woorden as
select g.gemeente_code, o.gemeente_nr as omvat_nr, o.gemeente_code as omvat_code
from opslag.gemeente_omvat as m
inner join opslag.gemeente as g using (gemeente_nr)
inner join opslag.gemeente as o on m.omvat_nr = o.gemeente_nr
order by m.gemeente_nr, m.omvat_nr;

-- one row per aanpak: what the view aanpakken gives
create table opslag.aanpak_in_woorden as
select
    a.aanpak_nr, a.aanpak_id, a.aanpak, g.gemeente_code, g.gemeente, g.provincie, a.begin, a.einde_tekst as einde,
    v.blad and v.einde is null as leeft, a.opmerking, a.gemeente_nr
from opslag.aanpak as a
inner join opslag.gemeente as g using (gemeente_nr)
inner join opslag.leven as v using (aanpak_nr)
order by a.aanpak_nr;

-- one row per meting: what the view metingen gives
create table opslag.meting_in_woorden as
select
    m.meting_nr, m.meting_id, r.rapport_id, a.gemeente_code, a.gemeente, a.provincie, a.aanpak_id, a.aanpak, k.kader_id,
    k.kader, k.niveau, m.peiljaar, m.moment, m.bezoek_op, m.onderzoek_van, m.onderzoek_tot, b.bewijs, d.dekking,
    m.basis, m.peiljaar_reden, o.ronde_id, o.ronde, m.opmerking, m.aanpak_nr, m.editie_nr, r.titel as rapport,
    r.gepubliceerd
from opslag.meting as m
inner join opslag.aanpak_in_woorden as a using (aanpak_nr)
inner join opslag.kader as k using (kader_nr)
inner join opslag.bewijs as b using (bewijs_nr)
inner join opslag.dekking as d using (dekking_nr)
inner join opslag.rapport as r using (rapport_nr)
left join opslag.ronde as o using (ronde_nr)
order by m.meting_nr;

-- One row per row of opslag.stand: what the view stand gives, and the numbers by which a page finds the rest.
-- later_niet_beoordeeld: a later test of it came to nothing
create table opslag.stand_in_woorden as
with

overgenomen as (
    select distinct oordeel_nr from opslag.telling
    where not verloop and overgenomen
)

select
    a.gemeente_code, a.gemeente, a.aanpak, i.kader, i.niveau, i.thema, i.indicator_id, i.indicator, i.onderwerp,
    u.uitkomst, s.peiljaar, b.bewijs, r.rapport_id, s.open, s.sinds, g.rapport_nr is not null as gemeld,
    m.rapport_id as gemeld_in, s.moment, s.leeft, i.niet_meer_in_kader, a.aanpak_id, a.provincie, i.kader_id,
    i.thema_id, i.onderwerp_id, i.kort, i.thema_volgorde, i.indicator_volgorde, s.oordeel_nr, s.gemeente_nr,
    s.aanpak_nr, s.begrip_nr, s.meting_nr, o.rapport_nr, g.rapport_nr as gemeld_nr, o.vindplaats,
    v.oordeel_nr is not null as later_niet_beoordeeld
from opslag.stand as s
inner join opslag.aanpak_in_woorden as a using (aanpak_nr)
inner join opslag.indicator_in_woorden as i using (indicator_nr)
inner join opslag.uitkomst as u using (uitkomst_nr)
inner join opslag.bewijs as b using (bewijs_nr)
inner join opslag.oordeel as o on s.oordeel_nr = o.oordeel_nr
inner join opslag.rapport as r on o.rapport_nr = r.rapport_nr
left join overgenomen as v on s.oordeel_nr = v.oordeel_nr
left join opslag.stand_gemeld as g
    on s.aanpak_nr = g.aanpak_nr and s.kader_nr = g.kader_nr and s.begrip_nr = g.begrip_nr
left join opslag.rapport as m on g.rapport_nr = m.rapport_nr
order by s.gemeente_nr, s.aanpak_nr, s.kader_nr, s.indicator_nr;

-- One row per bevinding: its words, the long ones aside; the indicatoren that it names and their themas, and the kaders
-- under which the research was done of which its rapport draws it. An open actiepunt of which a reactie speaks is
-- gemeld, and gemeld_in is the rapport of the latest such reactie.
create table opslag.bevinding_in_woorden as
with

genoemd as (
    select
        bi.bevinding_nr,
        list_sort(list(i.indicator_id)) as indicatoren,
        list_sort(list_distinct(list(i.thema))) as themas
    from opslag.bevinding_indicator as bi
    inner join opslag.indicator_in_woorden as i using (indicator_nr)
    group by bi.bevinding_nr
),

onderzocht as (
    select distinct b.bevinding_nr, k.kader_id, k.kader
    from opslag.bevinding as b
    left join opslag.aanpak as e on b.aanpak_nr = e.aanpak_nr
    inner join opslag.meting_rapport as mr on b.rapport_nr = mr.rapport_nr
    inner join opslag.meting as m on mr.meting_nr = m.meting_nr
    inner join opslag.aanpak as p on m.aanpak_nr = p.aanpak_nr and b.gemeente_nr = p.gemeente_nr
    inner join opslag.kader as k on m.kader_nr = k.kader_nr
    where coalesce(e.aanpak = p.aanpak, true)
),

per_kader as (
    select
        bevinding_nr,
        list_sort(list(kader_id)) as kader_ids,
        array_to_string(list_sort(list_distinct(list(kader))), ' + ') as kader
    from onderzocht
    group by bevinding_nr
)

select
    b.bevinding_nr, r.rapport_id, v.gemeente_code, v.gemeente, v.provincie, a.aanpak, o.onderwerp_id, o.onderwerp,
    if(b.stand = 'open' and m.rapport_nr is not null, 'gemeld', b.stand) as stand,
    if(b.stand in ('open', 'gemeld'), mr.rapport_id, null) as gemeld_in,
    coalesce(g.indicatoren, []) as indicatoren,
    coalesce(g.themas, []) as themas,
    coalesce(k.kader_ids, []) as kader_ids,
    k.kader
from opslag.bevinding as b
inner join opslag.rapport as r using (rapport_nr)
inner join opslag.gemeente as v using (gemeente_nr)
left join opslag.aanpak as a using (aanpak_nr)
left join opslag.onderwerp as o using (onderwerp_nr)
left join opslag.actiepunt_gemeld as m on b.bevinding_nr = m.bevinding_nr
left join opslag.rapport as mr on m.rapport_nr = mr.rapport_nr
left join genoemd as g on b.bevinding_nr = g.bevinding_nr
left join per_kader as k on b.bevinding_nr = k.bevinding_nr
order by b.bevinding_nr;
