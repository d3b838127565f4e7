-- vraag: which cells do not have the form that vorm.csv asks of their column?
-- korrel: one row per fault: tabel, rij, kolom, mis (what is wrong), verwacht
-- parameters: none
with

lijst as (
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
        ])
),

lijst_in_woorden as (
    select lijst, 'een van: ' || string_agg(waarde, ', ') as verwacht
    from lijst
    group by lijst
),

-- each rule but 'verwijzing' and 'tekst', with a pattern that the whole cell must match
patroon as (
    select *
    from (
        values
        ('id', '[a-z0-9]+(-[a-z0-9]+)*', 'kleine letters, cijfers en streepjes, zoals alkmaar-2015'),
        ('formaat', '1', 'formaat 1'),
        ('datum', '(1\d|20)\d{2}-\d{2}-\d{2}', 'een bestaande datum als 2014-11-25'),
        ('deeldatum', '(1\d|20)\d{2}(-\d{2}(-\d{2})?)?', 'een bestaande datum, maand of jaar, als 2014-11-25 of 2014'),
        ('jaar', '(19|20)\d{2}', 'een jaar als 2014'),
        ('geheel', '\d{1,9}', 'een heel getal'),
        ('janee', 'ja|nee', 'ja of nee'),
        ('gemeente_code', '(GM|FG)\d{4}', 'een CBS-code als GM0361 (of FG0001 voor een fictieve gemeente)'),
        ('sha256', '[0-9a-f]{64}', '64 tekens 0-9 en a-f')
    ) as p (soort, patroon, verwacht) -- noqa: AL05
),

gevuld as (
    select * from ruw.cel
    where waarde is not null
),

leeg as (
    select tabel, rij, kolom, 'is leeg' as mis, 'een waarde' as verwacht
    from ruw.cel
    where verplicht and (waarde is null or (soort = 'tekst' and trim(waarde) = ''))
),

verkeerde_vorm as (
    select
        g.tabel, g.rij, g.kolom, g.waarde, p.verwacht,
        regexp_full_match(g.waarde, p.patroon) as past,
        g.soort in ('datum', 'deeldatum')
        and try_cast(left(g.waarde || '-01-01', 10) as date) is null as bestaat_niet
    from gevuld as g
    inner join patroon as p using (soort)
)

select tabel, rij, kolom, mis, verwacht from leeg
union all
select tabel, rij, kolom, '"' || waarde || '" heeft niet de goede vorm', verwacht
from verkeerde_vorm
where not past
union all
select tabel, rij, kolom, '"' || waarde || '" bestaat niet', verwacht
from verkeerde_vorm
where past and bestaat_niet
union all
select g.tabel, g.rij, g.kolom, '"' || g.waarde || '" staat niet in de lijst', w.verwacht
from gevuld as g
inner join lijst_in_woorden as w using (lijst)
anti join lijst as l on g.lijst = l.lijst and g.waarde = l.waarde
where g.soort = 'lijst'
