-- vraag: which cells name something that no levering in force holds?
-- korrel: one row per fault: tabel, rij, kolom, mis (what is wrong), verwacht
-- parameters: none
with

verwijzing as (
    select * from ruw.cel
    where soort = 'verwijzing' and waarde is not null
),

-- everything that can be named
doel as (
    select 'levering.levering_id' as verwijst_naar, levering_id as waarde from ruw.levering
    union all
    select 'gemeenten.gemeente_code', gemeente_code from ruw.gemeenten
    union all
    select 'kaders.kader_id', kader_id from ruw.kaders
    union all
    select 'edities.editie_id', editie_id from ruw.edities
    union all
    select 'themas.thema_id', thema_id from ruw.themas
    union all
    select 'criteria.criterium_id', criterium_id from ruw.criteria
    union all
    select 'indicatoren.indicator_id', indicator_id from ruw.indicatoren
    union all
    select 'onderwerpen.onderwerp_id', onderwerp_id from ruw.onderwerpen
    union all
    select 'onderzoeksrondes.ronde_id', ronde_id from ruw.onderzoeksrondes
    union all
    select 'rapporten.rapport_id', rapport_id from ruw.rapporten
    union all
    select 'aanpakken.aanpak_id', aanpak_id from ruw.aanpakken
    union all
    select 'metingen.meting_id', meting_id from ruw.metingen
    union all
    select 'bevindingen.bevinding_id', bevinding_id from ruw.bevindingen
)

-- where a table came without this column, everything that names it would be told
select
    v.tabel, v.rij, v.kolom,
    '"' || v.waarde || '" is onbekend' as mis,
    'een ' || split_part(v.verwijst_naar, '.', 2) || ' die in ' || split_part(v.verwijst_naar, '.', 1)
    || '.csv staat' as verwacht
from verwijzing as v
anti join doel as d on v.verwijst_naar = d.verwijst_naar and v.waarde = d.waarde
where ruw.heeft([v.verwijst_naar])
