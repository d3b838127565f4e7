-- What the database holds: the tables behind the views, codes as small integers.
-- `ruw` (raw cells, one text table per file of a levering) lives only during a build; `opslag` is what stays.
-- The lists are in the order in which they are counted and shown; bewijs runs from weakest to strongest.

create schema opslag;

create table opslag.uitkomst (uitkomst_nr utinyint, uitkomst varchar);
insert into opslag.uitkomst values
(1, 'voldoet'), (2, 'verbeterpunt'), (3, 'gemengd'), (4, 'niet_beoordeeld');

create table opslag.status (status_nr utinyint, status varchar);
insert into opslag.status values
(1, 'opgepakt'), (2, 'deels_opgepakt'), (3, 'niet_opgepakt'), (4, 'behouden'), (5, 'teruggevallen'),
(6, 'niet_beoordeeld'), (7, 'nog_niet_hertoetst'), (8, 'vervallen');

create table opslag.bewijs (bewijs_nr utinyint, bewijs varchar);
insert into opslag.bewijs values
(1, 'mondelinge_rapportage'), (2, 'hertoets_verbeterpunten'), (3, 'casusonderzoek'), (4, 'stelselonderzoek'),
(5, 'volledige_toets');

create table opslag.dekking (dekking_nr utinyint, dekking varchar);
insert into opslag.dekking values (1, 'heel_kader'), (2, 'selectie');

create table opslag.levering (
    levering_id varchar, aanvaard_op date, vervangt varchar, reden varchar, concept boolean, fictief boolean,
    toelichting varchar, controlegetal varchar, van_kracht boolean
);

create table opslag.gemeente (
    gemeente_nr integer, gemeente_code varchar, gemeente varchar, provincie varchar, geldig_van date, geldig_tot date,
    fictief boolean, opmerking varchar
);
create table opslag.gebiedswijziging (van_nr integer, naar_nr integer, datum date, soort varchar, opmerking varchar);
-- grens: GeoJSON, a Polygon or MultiPolygon in degrees
create table opslag.grens (gemeente_nr integer, jaar smallint, grens varchar, bron varchar);
create table opslag.gemeente_omvat (gemeente_nr integer, omvat_nr integer);

create table opslag.kader (kader_nr integer, kader_id varchar, kader varchar, niveau varchar, opmerking varchar);
create table opslag.editie (
    editie_nr integer, editie_id varchar, kader_nr integer, editie varchar, volgorde integer, volledig boolean,
    opmerking varchar
);
create table opslag.thema (
    thema_nr integer, thema_id varchar, editie_nr integer, thema varchar, volgorde integer, omschrijving varchar
);
create table opslag.criterium (
    criterium_nr integer, criterium_id varchar, thema_nr integer, criterium varchar, volgorde integer
);
create table opslag.onderwerp (
    onderwerp_nr integer, onderwerp_id varchar, onderwerp varchar, volgorde integer, omschrijving varchar
);
-- begrip_nr: indicatoren that indicator_gelijk ties together over editions share one
create table opslag.indicator (
    indicator_nr integer, indicator_id varchar, begrip_nr integer, editie_nr integer, kader_nr integer,
    thema_nr integer, criterium_nr integer, onderwerp_nr integer, indicator varchar, kort varchar, volgorde integer,
    operationalisering varchar, thema_reden varchar, onderwerp_reden varchar, opmerking varchar
);

create table opslag.ronde (
    ronde_nr integer, ronde_id varchar, ronde varchar, kader_nr integer, jaar_van smallint, jaar_tot smallint,
    aantal_gemeenten integer, bron varchar, opmerking varchar
);
create table opslag.ronde_deelname (
    ronde_nr integer, gemeente_nr integer, aanpak varchar, bron varchar, opmerking varchar
);

create table opslag.rapport (
    rapport_nr integer, rapport_id varchar, levering_id varchar, titel varchar, uitgever varchar,
    gepubliceerd varchar, soort varchar, opmerking varchar
);
create table opslag.weergave (
    weergave_id varchar, rapport_nr integer, bestand varchar, sha256 varchar, vorm varchar, opmerking varchar
);

create table opslag.aanpak (
    aanpak_nr integer, aanpak_id varchar, gemeente_nr integer, aanpak varchar, begin varchar, einde_tekst varchar,
    einde date, opmerking varchar
);
create table opslag.aanpak_opvolging (van_nr integer, naar_nr integer, bron varchar, opmerking varchar);

-- rapport_nr: the printing that counts for the meting as a whole (the earliest published)
create table opslag.meting (
    meting_nr integer, meting_id varchar, aanpak_nr integer, editie_nr integer, kader_nr integer, ronde_nr integer,
    rapport_nr integer, peiljaar smallint, peiljaar_reden varchar, moment date, bezoek_op date,
    onderzoek_van varchar, onderzoek_tot varchar, bewijs_nr utinyint, dekking_nr utinyint, basis varchar,
    opmerking varchar
);
create table opslag.meting_rapport (meting_nr integer, rapport_nr integer);

-- one row per meting × indicator: the printing that counts
create table opslag.oordeel (
    oordeel_nr integer, meting_nr integer, indicator_nr integer, rapport_nr integer, uitkomst_nr utinyint,
    teken_gedrukt varchar, thema_gedrukt varchar, toelichting varchar, opmerking varchar, vindplaats varchar,
    pagina integer
);

create table opslag.bevinding (
    bevinding_nr integer, bevinding_id varchar, rapport_nr integer, gemeente_nr integer, aanpak_nr integer,
    onderwerp_nr integer, soort varchar, titel varchar, tekst varchar, voor_wie varchar, vindplaats varchar,
    pagina integer, opvolging_verwacht_van varchar, opvolging_verwacht_tot varchar, stand varchar, opmerking varchar
);
create table opslag.bevinding_indicator (bevinding_nr integer, indicator_nr integer);

-- of what a reactie says that it was done: bevinding_nr is the reactie
create table opslag.gemeld_actiepunt (bevinding_nr integer, actiepunt_nr integer);
create table opslag.gemeld_indicator (bevinding_nr integer, aanpak_nr integer, indicator_nr integer);

create table opslag.dataset (
    datasetversie varchar, methodeversie varchar, kennisdatum date, gebouwd_op timestamp, bevat_fictief boolean,
    bevat_concept boolean, bouwwijze varchar
);
