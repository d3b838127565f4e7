-- The public face of the database: codes as words. The columns that others rely on come first; what the pages need
-- beside them follows.

-- one row per indicator, with its kader in words
create view indicatoren as
select * from opslag.indicator_in_woorden;

-- one row per aanpak
create view aanpakken as
select * from opslag.aanpak_in_woorden;

-- one row per meting
create view metingen as
select * from opslag.meting_in_woorden;

-- one row per meting × indicator: the printing that counts
create view oordelen as
select
    r.rapport_id, m.meting_id, m.gemeente_code, m.gemeente, m.aanpak, m.kader, m.niveau, i.thema, o.thema_gedrukt,
    i.criterium, i.indicator_id, i.indicator, i.onderwerp, m.peiljaar, m.moment, m.bewijs, m.dekking, u.uitkomst,
    o.teken_gedrukt, o.toelichting, o.opmerking, o.vindplaats, o.pagina, o.oordeel_nr, m.aanpak_id, m.provincie,
    m.kader_id, i.thema_id, i.onderwerp_id, i.kort, i.thema_volgorde, i.indicator_volgorde, m.aanpak_nr
from opslag.oordeel as o
inner join metingen as m using (meting_nr)
inner join indicatoren as i using (indicator_nr)
inner join opslag.uitkomst as u using (uitkomst_nr)
inner join opslag.rapport as r on o.rapport_nr = r.rapport_nr;

-- steps and courses together, in words; verloop tells them apart
create view opslag.stap_in_woorden as
select
    a.gemeente_code, a.gemeente, a.aanpak as aanpak_van, ts.aanpak_naar, i.kader, i.niveau, i.thema, i.criterium,
    i.indicator_id, i.indicator, i.onderwerp, s.jaar_van, s.jaar_naar, uv.uitkomst as uitkomst_van,
    un.uitkomst as uitkomst_naar, st.status, s.was_verbeterpunt, s.overgenomen, bv.bewijs as bewijs_van,
    bn.bewijs as bewijs_naar, r.rapport_id as rapport_van, ts.rapport_naar, i.niet_meer_in_kader, s.moment_van,
    a.aanpak_id as aanpak_van_id, a.provincie, i.kader_id, i.thema_id, i.onderwerp_id, i.kort, i.thema_volgorde,
    i.indicator_volgorde, i.begrip_nr, s.oordeel_nr, s.toets_nr, s.verloop, s.kader_nr, s.gemeente_nr,
    s.bewijs_naar_nr
from opslag.telling as s
inner join aanpakken as a using (aanpak_nr)
inner join indicatoren as i using (indicator_nr)
inner join opslag.uitkomst as uv on s.uitkomst_van_nr = uv.uitkomst_nr
left join opslag.uitkomst as un on s.uitkomst_naar_nr = un.uitkomst_nr
inner join opslag.status as st using (status_nr)
inner join opslag.bewijs as bv on s.bewijs_van_nr = bv.bewijs_nr
left join opslag.bewijs as bn on s.bewijs_naar_nr = bn.bewijs_nr
left join opslag.toets_samen as ts using (toets_nr)
inner join opslag.rapport as r using (rapport_nr);

-- one row per known uitkomst and test that followed it (docs/methode.md section 4)
create view opvolging as
select * exclude (verloop, kader_nr, gemeente_nr, bewijs_naar_nr) from opslag.stap_in_woorden
where not verloop;

-- one row per aanpak and indicator: from first known to latest known (section 5)
create view verloop as
select * exclude (verloop, kader_nr, gemeente_nr, bewijs_naar_nr) from opslag.stap_in_woorden
where verloop;

-- one row per last aanpak and indicator: what is known now (section 6)
create view stand as
select
    * exclude (
        gemeente_nr, aanpak_nr, begrip_nr, meting_nr, rapport_nr, gemeld_nr, vindplaats, later_niet_beoordeeld
    )
from opslag.stand_in_woorden;

-- one row per bevinding; indicatoren: the ids of the linked indicators; stand: an open actiepunt of which a reactie
-- speaks is gemeld, and gemeld_in is the rapport of the latest such reactie
create view bevindingen as
select
    w.rapport_id, w.gemeente_code, w.gemeente, b.soort, w.onderwerp, b.tekst, w.indicatoren, b.voor_wie, b.bevinding_id,
    b.titel, w.aanpak, b.vindplaats, b.pagina, b.opvolging_verwacht_van, b.opvolging_verwacht_tot, w.stand,
    b.opmerking, w.provincie, w.onderwerp_id, w.gemeld_in, b.bevinding_nr, b.rapport_nr, b.gemeente_nr
from opslag.bevinding as b
inner join opslag.bevinding_in_woorden as w using (bevinding_nr);

-- the bevindingen on which somebody is to act, with their stand
create view actiepunten as
select
    rapport_id, gemeente_code, gemeente, soort, onderwerp, tekst, indicatoren, voor_wie, opvolging_verwacht_van,
    opvolging_verwacht_tot, stand, gemeld_in, bevinding_id, titel, aanpak, vindplaats, pagina, opmerking, provincie,
    onderwerp_id, bevinding_nr, rapport_nr, gemeente_nr
from bevindingen
where soort in ('aanbeveling', 'verbeterpunt');

-- exactly one row: which facts and which method this database holds; laatst_aanvaard: the day of the last levering in
-- force, by which files date the facts (the kennisdatum is the day that was asked for, and may be any later one)
create view dataset as
select
    datasetversie, methodeversie, kennisdatum, gebouwd_op, bevat_fictief, bevat_concept,
    (
        select max(l.aanvaard_op) from opslag.levering as l
        where l.van_kracht
    ) as laatst_aanvaard
from opslag.dataset;
