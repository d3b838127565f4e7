-- vraag: how many verbeterpunten are open now under each onderwerp, thema and indicator of a kader, of how many known?
-- korrel: one row per kader × soort ('kader', 'onderwerp', 'thema' or 'indicator') × sleutel (its id; of a thema its
--   name), also where nothing is known. An indicator whose editions stand under two onderwerpen counts under both.
-- parameters: none
-- bekend: indicator × last aanpak of which the uitkomst is known; onbekend: those of which it is not; gemeld: of those
-- that are open, how many the gemeente says it took up
with

begrip as (
    select i.begrip_nr, i.kader_id, i.kader, n.indicator_id, n.kort
    from indicatoren as i
    inner join opslag.begrip_naam as n using (begrip_nr)
    group by all
),

plek as (
    select begrip_nr, 'kader' as soort, kader_id as sleutel, kader as naam, 1 as volgorde
    from begrip
    union all
    select begrip_nr, 'indicator' as soort, indicator_id as sleutel, kort as naam, 1 as volgorde
    from begrip
    union all
    select
        i.begrip_nr, 'onderwerp' as soort, i.onderwerp_id as sleutel, i.onderwerp as naam, min(o.volgorde) as volgorde
    from indicatoren as i
    inner join opslag.onderwerp as o using (onderwerp_id)
    group by i.begrip_nr, i.onderwerp_id, i.onderwerp
    union all
    select begrip_nr, 'thema' as soort, thema as sleutel, thema as naam, min(thema_volgorde) as volgorde
    from indicatoren
    group by begrip_nr, thema
)

select
    b.kader_id, b.kader, p.soort, p.sleutel, p.naam,
    count(distinct p.begrip_nr) as indicatoren,
    count(*) filter (where s.open) as open,
    count(g.rapport_nr) as gemeld,
    count(s.open) as bekend,
    count(s.aanpak_nr) - count(s.open) as onbekend,
    count(distinct s.gemeente_nr) filter (where s.open) as gemeenten_open,
    count(distinct s.gemeente_nr) filter (where s.open is not null) as gemeenten,
    min(s.sinds) as sinds
from plek as p
inner join begrip as b using (begrip_nr)
left join opslag.stand as s using (begrip_nr)
left join opslag.stand_gemeld as g
    on s.aanpak_nr = g.aanpak_nr and s.kader_nr = g.kader_nr and s.begrip_nr = g.begrip_nr
group by b.kader_id, b.kader, p.soort, p.sleutel, p.naam
order by p.soort, b.kader_id, min(p.volgorde), p.sleutel
