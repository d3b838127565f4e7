-- Every cell that has a rule, one row per cell of a levering: tabel, rij (row number within the table), kolom, waarde
-- (null where empty).
-- What the controles_*.sql ask rules of. Made once the tables of schema `ruw` are filled.
-- Where there are few, `laad_ruw` makes a table of this view.

create macro ruw.cellen(tabel) as table
    select rij, kolom, waarde
    from query_table(tabel) unpivot include nulls (waarde for kolom in (columns(* exclude (rij))));

create view ruw.cel as
with

elke_cel as (
    select 'levering' as tabel, * from ruw.cellen('ruw.levering')
    union all
    select 'gemeenten' as tabel, * from ruw.cellen('ruw.gemeenten')
    union all
    select 'gebiedswijzigingen' as tabel, * from ruw.cellen('ruw.gebiedswijzigingen')
    union all
    select 'grenzen' as tabel, * from ruw.cellen('ruw.grenzen')
    union all
    select 'kaders' as tabel, * from ruw.cellen('ruw.kaders')
    union all
    select 'edities' as tabel, * from ruw.cellen('ruw.edities')
    union all
    select 'themas' as tabel, * from ruw.cellen('ruw.themas')
    union all
    select 'criteria' as tabel, * from ruw.cellen('ruw.criteria')
    union all
    select 'indicatoren' as tabel, * from ruw.cellen('ruw.indicatoren')
    union all
    select 'indicator_gelijk' as tabel, * from ruw.cellen('ruw.indicator_gelijk')
    union all
    select 'onderwerpen' as tabel, * from ruw.cellen('ruw.onderwerpen')
    union all
    select 'indicator_onderwerp' as tabel, * from ruw.cellen('ruw.indicator_onderwerp')
    union all
    select 'onderzoeksrondes' as tabel, * from ruw.cellen('ruw.onderzoeksrondes')
    union all
    select 'ronde_deelname' as tabel, * from ruw.cellen('ruw.ronde_deelname')
    union all
    select 'rapporten' as tabel, * from ruw.cellen('ruw.rapporten')
    union all
    select 'weergaven' as tabel, * from ruw.cellen('ruw.weergaven')
    union all
    select 'aanpakken' as tabel, * from ruw.cellen('ruw.aanpakken')
    union all
    select 'aanpak_opvolging' as tabel, * from ruw.cellen('ruw.aanpak_opvolging')
    union all
    select 'metingen' as tabel, * from ruw.cellen('ruw.metingen')
    union all
    select 'meting_rapport' as tabel, * from ruw.cellen('ruw.meting_rapport')
    union all
    select 'oordelen' as tabel, * from ruw.cellen('ruw.oordelen')
    union all
    select 'conflicten' as tabel, * from ruw.cellen('ruw.conflicten')
    union all
    select 'bevindingen' as tabel, * from ruw.cellen('ruw.bevindingen')
    union all
    select 'bevinding_indicator' as tabel, * from ruw.cellen('ruw.bevinding_indicator')
    union all
    select 'indicator_alias' as tabel, * from ruw.cellen('ruw.indicator_alias')
    union all
    select 'gemeld_actiepunt' as tabel, * from ruw.cellen('ruw.gemeld_actiepunt')
    union all
    select 'gemeld_indicator' as tabel, * from ruw.cellen('ruw.gemeld_indicator')
    union all
    select 'aanvaarding' as tabel, * from ruw.cellen('ruw.aanvaarding')
    union all
    select 'bewerkingen' as tabel, * from ruw.cellen('ruw.bewerkingen')
)

select
    c.tabel, c.rij, c.kolom, c.waarde, v.sleutel = 'ja' as sleutel, v.verplicht = 'ja' as verplicht, v.soort,
    v.verwijst_naar, v.lijst
from elke_cel as c
inner join ruw.vorm as v using (tabel, kolom);
