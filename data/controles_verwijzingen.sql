-- vraag: which cells name something that no levering in force holds?
-- korrel: one row per fault: tabel, rij, kolom, mis (what is wrong), verwacht
-- parameters: none
with

verwijzing as (
    select * from ruw.cel
    where soort = 'verwijzing' and waarde is not null
),

doel as (
    select distinct tabel || '.' || kolom as verwijst_naar, waarde
    from ruw.cel
    where sleutel and waarde is not null
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
