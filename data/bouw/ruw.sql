-- The raw cells of a build live in a database of their own, in memory, and go with it.
attach ':memory:' as ruw (compress); -- noqa: PRS

-- one row per column that a file lacks
create table ruw.ontbreekt (naam varchar);

-- Are these columns (tabel.kolom) there in every file? Where one lacks, that is told, and not all that follows from it.
create macro ruw.heeft(namen) as
    not list_has_any(namen, (select coalesce(list(o.naam), []) from ruw.ontbreekt as o));

-- one row per file that was read: the first rij it has in its table, and to which levering it belongs
create table ruw.bestand (tabel varchar, rij bigint, levering_id varchar);

-- the words that a column of kind 'lijst' may hold, by the name of the list
create table ruw.lijst as
select 'uitkomst' as lijst, uitkomst as waarde from opslag.uitkomst
union all
select 'bewijs', bewijs from opslag.bewijs
union all
select 'dekking', dekking from opslag.dekking
union all
select 'niveau', unnest(['beleid', 'casus', 'stelsel'])
union all
select 'gebiedswijziging', unnest(['opgegaan_in', 'deel_naar'])
union all
select 'stand', unnest(['open', 'gemeld', 'opgepakt', 'vervallen'])
union all
select
    'bevinding',
    unnest([
        'sterk_punt', 'kan_beter', 'verbeterpunt', 'aanbeveling', 'risico', 'verklaring', 'kans', 'oordeel',
        'toezegging', 'reactie'
    ]);

-- What is wrong with a cell by the kind of its column, in Dutch; null where nothing is. What is in a list, and what a
-- reference points at, is asked elsewhere.
create macro ruw.keur(waarde, soort, verplicht) as case
    when waarde is null then if(verplicht, 'is leeg', null)
    -- hardly any text begins with a space: the others need not be trimmed
    when soort = 'tekst' then case when waarde < '!' then if(verplicht and trim(waarde) = '', 'is leeg', null) end
    when
        not case soort
            when 'id' then regexp_full_match(waarde, '[a-z0-9]+(-[a-z0-9]+)*')
            when 'formaat' then regexp_full_match(waarde, '[1-9]\d{0,3}')
            when 'datum' then regexp_full_match(waarde, '(1\d|20)\d{2}-\d{2}-\d{2}')
            when 'deeldatum' then regexp_full_match(waarde, '(1\d|20)\d{2}(-\d{2}(-\d{2})?)?')
            when 'jaar' then regexp_full_match(waarde, '(19|20)\d{2}')
            when 'geheel' then regexp_full_match(waarde, '\d{1,9}')
            when 'janee' then waarde in ('ja', 'nee')
            when 'gemeente_code' then regexp_full_match(waarde, '(GM|FG)\d{4}')
            when 'sha256' then regexp_full_match(waarde, '[0-9a-f]{64}')
            else true
        end
        then '"' || waarde || '" heeft niet de goede vorm'
    when soort in ('datum', 'deeldatum') and eerste_dag(waarde) is null then '"' || waarde || '" bestaat niet'
end;
