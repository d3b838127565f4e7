-- vraag: where does the lineage of aanpakken run in a circle, or into a gemeente that nothing joins to its own?
-- korrel: one row per fault: tabel, rij, kolom, mis (what is wrong), verwacht
-- parameters: none
with recursive

stap as (
    select rij, van, naar from ruw.aanpak_opvolging
    where van is not null and naar is not null
),

bereik as (
    select van, naar from stap
    union
    select b.van, s.naar
    from bereik as b
    inner join stap as s on b.naar = s.van
),

-- the steps that lie on a circle, with the least aanpak of that circle as its name
op_cirkel as (
    select s.rij, s.van, s.naar, least(s.van, min(heen.naar)) as cirkel
    from stap as s
    inner join bereik as terug on s.naar = terug.van and s.van = terug.naar
    inner join bereik as heen on s.van = heen.van
    inner join bereik as weer on heen.naar = weer.van and s.van = weer.naar
    group by s.rij, s.van, s.naar
),

cirkel as (
    select cirkel, max(rij) as rij, string_agg(distinct van, ', ' order by van) as aanpakken
    from op_cirkel
    group by cirkel
),

over_de_grens as (
    select s.rij, v.gemeente_code as van_code, n.gemeente_code as naar_code
    from stap as s
    inner join ruw.aanpakken as v on s.van = v.aanpak_id
    inner join ruw.aanpakken as n on s.naar = n.aanpak_id
    semi join ruw.gemeenten as vg on v.gemeente_code = vg.gemeente_code
    semi join ruw.gemeenten as ng on n.gemeente_code = ng.gemeente_code
    where v.gemeente_code <> n.gemeente_code
)

select
    'aanpak_opvolging' as tabel, rij, 'naar' as kolom,
    'de opvolging loopt in een kring (' || aanpakken || ')' as mis,
    'een aanpak die niet zichzelf opvolgt' as verwacht
from cirkel
union all
select
    'aanpak_opvolging', o.rij, 'naar',
    'de opvolging gaat van ' || o.van_code || ' naar ' || o.naar_code || ', maar die gemeenten zijn niet verbonden',
    'een regel in gebiedswijzigingen.csv van ' || o.van_code || ' naar ' || o.naar_code
from over_de_grens as o
anti join ruw.gebiedswijzigingen as g on o.van_code = g.van and o.naar_code = g.naar
