-- vraag: which share of the verbeterpunten on an indicator was picked up in each period?
-- korrel: one row per indicator × pair of years that has verbeterpunten
-- parameters: as totalen.sql without periode
with

per_status as (
    select begrip_nr, jaar_van, jaar_naar, status_nr, was_verbeterpunt, verteld, overgenomen, count(*) as n
    from opslag.eenheden($selectie, null, $eenheid, $verloop)
    group by begrip_nr, jaar_van, jaar_naar, status_nr, was_verbeterpunt, verteld, overgenomen
),

geteld as (
    select
        begrip_nr, jaar_van, jaar_naar, unnest(opslag.geteld(status_nr, was_verbeterpunt, verteld, overgenomen, n))
    from per_status
    group by begrip_nr, jaar_van, jaar_naar
    having bool_or(was_verbeterpunt)
),

-- what is no verbeterpunt does not count, so its rapport is not behind the share
verbeterpunt as (
    select begrip_nr, jaar_van, jaar_naar, rapport_nr, toets_nr
    from opslag.uit_selectie('opslag.telrij', $selectie, null, $verloop)
    where was_verbeterpunt
),

rapport as (
    select v.begrip_nr, v.jaar_van, v.jaar_naar, array_to_string(list_sort(list(r.rapport_id)), ' + ') as rapporten
    from (
        select begrip_nr, jaar_van, jaar_naar, rapport_nr from verbeterpunt
        union
        select p.begrip_nr, p.jaar_van, p.jaar_naar, m.rapport_nr
        from verbeterpunt as p
        inner join opslag.toets_meting using (toets_nr)
        inner join opslag.meting as m using (meting_nr)
    ) as v
    inner join opslag.rapport as r using (rapport_nr)
    group by v.begrip_nr, v.jaar_van, v.jaar_naar
)

select
    b.kort as rij, b.thema as rij_groep, b.indicator_id, b.indicator, b.thema_volgorde, b.indicator_volgorde,
    opslag.periode(c.jaar_van, c.jaar_naar) as kolom,
    c.* exclude (begrip_nr),
    r.rapporten
from geteld as c
inner join opslag.begrip_naam as b using (begrip_nr)
inner join rapport as r
    on c.begrip_nr = r.begrip_nr and c.jaar_van = r.jaar_van and c.jaar_naar is not distinct from r.jaar_naar
order by b.thema_volgorde, b.thema, b.indicator_volgorde, b.indicator_id, c.jaar_van, c.jaar_naar nulls last
