-- vraag: which boundaries are no shape that a map can draw?
-- korrel: one row per fault: tabel, rij, kolom, mis (what is wrong), verwacht
-- parameters: none
with

-- what is no JSON becomes null, and so does all that is asked of it
gelezen as (
    select rij, try_cast(grens as json) as meetkunde
    from ruw.grenzen
    where trim(grens) <> ''
),

ontleed as (
    select
        rij, meetkunde, meetkunde ->> 'type' as vorm,
        -- a number as text, or a word for yes, would be read as a number too
        coalesce(
            regexp_full_match(
                json_structure(meetkunde -> 'coordinates')::varchar, '\[+"(DOUBLE|BIGINT|UBIGINT|HUGEINT)"\]+'
            ),
            false
        ) as getallen,
        case meetkunde ->> 'type'
            when 'Polygon' then [json_transform(meetkunde -> 'coordinates', '"DOUBLE[][][]"')]
            when 'MultiPolygon' then json_transform(meetkunde -> 'coordinates', '"DOUBLE[][][][]"')
        end as vlakken
    from gelezen
),

-- null where a list lacks or is empty, so that it still gives a row
vlak as (
    select rij, unnest(if(len(vlakken) > 0, vlakken, [null])) as vlak from ontleed
),

ring as (
    select rij, unnest(if(len(vlak) > 0, vlak, [null])) as ring from vlak
),

punt as (
    select rij, unnest(if(len(ring) > 0, ring, [null])) as punt from ring
),

punten as (
    select rij, bool_and(coalesce(len(punt) = 2 and abs(punt[1]) <= 180 and abs(punt[2]) <= 90, false)) as op_aarde
    from punt
    group by rij
),

ringen as (
    select rij, bool_and(coalesce(len(ring) >= 4 and ring[1] = ring[-1], false)) as gesloten
    from ring
    group by rij
),

gekeurd as (
    select
        o.rij,
        case
            when o.meetkunde is null then 'de tekst is geen JSON'
            when coalesce(o.vorm not in ('Polygon', 'MultiPolygon'), true) then 'dit is geen Polygon of MultiPolygon'
            when not (o.getallen and p.op_aarde) then 'de coördinaten zijn geen ringen van punten op aarde'
            when not r.gesloten then 'een ring telt minder dan vier punten of is niet gesloten'
        end as mis
    from ontleed as o
    inner join punten as p using (rij)
    inner join ringen as r using (rij)
)

select
    'grenzen' as tabel, rij, 'grens' as kolom, mis,
    'GeoJSON van een Polygon of MultiPolygon, met gesloten ringen van punten [lengtegraad, breedtegraad]' as verwacht
from gekeurd
where mis is not null
