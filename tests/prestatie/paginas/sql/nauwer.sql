-- a filter on a thema and ten gemeenten of a kader: ids and numbers (begrip_nr, gemeente_nr)
with

thema as (
    select b.thema, list(distinct b.thema_id) as themas
    from opslag.begrip_naam as b
    inner join opslag.indicator as i using (begrip_nr)
    where i.kader_nr = $kader_nr
    group by b.thema
    order by b.thema
    limit 1
),

gemeente as (
    select m.gemeente_nr, g.gemeente_code
    from opslag.meting_gemeente as m
    inner join opslag.gemeente as g using (gemeente_nr)
    where m.kader_nr = $kader_nr
    order by g.gemeente_code
    limit 10
)

select
    (select t.themas from thema as t) as themas,
    (
        select list(distinct i.begrip_nr)
        from opslag.indicator as i
        inner join opslag.thema as h using (thema_nr)
        where list_contains((select t.themas from thema as t), h.thema_id)
    ) as begrippen,
    (select list(g.gemeente_code) from gemeente as g) as gemeenten,
    (
        select list(distinct o.omvat_nr)
        from opslag.gemeente_omvat as o
        semi join gemeente as g on o.gemeente_nr = g.gemeente_nr
    ) as gemeente_nrs
