-- vraag: which cells do not have the form that vorm.csv asks of their column?
-- korrel: one row per fault: tabel, rij, kolom, mis (what is wrong), verwacht
-- parameters: none
with

lijst_in_woorden as (
    select lijst, 'een van: ' || string_agg(waarde, ', ') as verwacht
    from ruw.lijst
    group by lijst
),

-- each kind but 'verwijzing' and 'tekst'
soort as (
    select *
    from (
        values
        ('id', 'kleine letters, cijfers en streepjes, zoals alkmaar-2015'),
        ('formaat', 'het nummer van een formaat, zoals 1'),
        ('datum', 'een bestaande datum als 2014-11-25'),
        ('deeldatum', 'een bestaande datum, maand of jaar, als 2014-11-25 of 2014'),
        ('jaar', 'een jaar als 2014'),
        ('geheel', 'een heel getal'),
        ('janee', 'ja of nee'),
        ('gemeente_code', 'een CBS-code als GM0361 (of FG0001 voor een fictieve gemeente)'),
        ('sha256', '64 tekens 0-9 en a-f')
    ) as s (soort, verwacht) -- noqa: AL05
),

gekeurd as (
    select *, ruw.keur(waarde, soort, verplicht) as mis from ruw.cel
)

select g.tabel, g.rij, g.kolom, g.mis, if(g.mis = 'is leeg', 'een waarde', s.verwacht) as verwacht
from gekeurd as g
left join soort as s using (soort)
where g.mis is not null
union all
select c.tabel, c.rij, c.kolom, '"' || c.waarde || '" staat niet in de lijst', w.verwacht
from ruw.cel as c
inner join lijst_in_woorden as w using (lijst)
anti join ruw.lijst as l on c.lijst = l.lijst and c.waarde = l.waarde
where c.soort = 'lijst' and c.waarde is not null
