-- vraag: which rows give a key a second time?
-- korrel: one row per fault: tabel, rij (of each row after the first), kolom, mis (what is wrong), verwacht
-- parameters: none
with

sleutel as (
    select
        tabel,
        rij,
        string_agg(coalesce(waarde, ''), ' + ' order by kolom) as sleutel,
        string_agg(kolom, ' + ' order by kolom) as kolommen
    from ruw.cel
    where sleutel
    group by tabel, rij
    -- a key that lacks a part is told as an empty cell
    having bool_and(waarde is not null or not verplicht)
),

genummerd as (
    select *, row_number() over (partition by tabel, sleutel order by rij) as keer from sleutel
),

weergave as (
    select rij, sha256, row_number() over (partition by sha256 order by rij) as keer
    from ruw.weergaven
    where sha256 is not null
)

select
    tabel, rij, kolommen as kolom,
    '"' || sleutel || '" staat er al' as mis,
    'elke ' || kolommen || ' één keer' as verwacht
from genummerd
where keer > 1
union all
select
    'weergaven', rij, 'sha256',
    'dit bestand is al als weergave opgenomen',
    'elke weergave één keer, ook als zij in een andere levering staat'
from weergave
where keer > 1
