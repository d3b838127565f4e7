-- vraag: which aanpakken belong to a gemeente, to what it took over, and to the lines that run through them?
-- korrel: one row per aanpak; elders: it is of another gemeente, whose line runs into or out of this one
-- parameters: gemeente (gemeente_code)
with

eigen as (
    select a.aanpak_nr
    from aanpakken as a
    where a.gemeente_code in (select m.gemeente_code from opslag.met_opgegane([$gemeente]) as m)
),

-- an aanpak that nobody here ran before or after is left out, also where it joined the same line further on
verwant as (
    select lid_nr as aanpak_nr from opslag.lijn
    where aanpak_nr in (select e.aanpak_nr from eigen as e)
    union
    select aanpak_nr from opslag.lijn
    where lid_nr in (select e.aanpak_nr from eigen as e)
),

gemeten as (
    select aanpak_nr, count(*) as metingen, min(moment) as eerste
    from opslag.meting
    group by aanpak_nr
),

overgenomen as (
    select
        o.naar_nr as aanpak_nr,
        list({'van': v.aanpak_id, 'bron': o.bron, 'opmerking': o.opmerking} order by v.aanpak_id) as overgenomen_van
    from opslag.aanpak_opvolging as o
    inner join opslag.aanpak as v on o.van_nr = v.aanpak_nr
    where o.van_nr in (select n.aanpak_nr from verwant as n)
    group by o.naar_nr
)

select
    a.aanpak_id, a.aanpak, a.gemeente_code, a.gemeente, a.begin, a.einde, a.leeft, a.opmerking,
    aanpak_nr not in (select e.aanpak_nr from eigen as e) as elders,
    coalesce(g.metingen, 0) as metingen,
    coalesce(o.overgenomen_van, []) as overgenomen_van
from verwant
inner join aanpakken as a using (aanpak_nr)
left join gemeten as g using (aanpak_nr)
left join overgenomen as o using (aanpak_nr)
order by g.eerste nulls last, a.aanpak, a.aanpak_id
