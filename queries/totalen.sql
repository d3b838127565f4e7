-- vraag: what does a selection come to?
-- korrel: exactly one row: counts of verbeterpunten per status, of the gemeenten they are in, and of the indicatoren
--   they are about, each once however many aanpakken or gemeenten have a verbeterpunt on it;
--   eerder_vastgesteld: of vastgesteld those that no meting of jaar_van found (they are overgenomen)
-- parameters: selectie (each of SELECTIE in queries/loper.py), periode (null: all), eenheid, verloop (see
--   data/afleiding/tellen.sql)
with

-- read once, for the two ways it is grouped: by gemeente and by indicator at once is nearly a group for each row
eenheid as materialized (
    select gemeente_nr, begrip_nr, status_nr, was_verbeterpunt, verteld, overgenomen
    from opslag.eenheden($selectie, $periode, $eenheid, $verloop)
),

per_gemeente as (
    select gemeente_nr, status_nr, was_verbeterpunt, verteld, overgenomen, count(*) as n
    from eenheid
    group by gemeente_nr, status_nr, was_verbeterpunt, verteld, overgenomen
),

indicator as (
    select count(distinct begrip_nr) as indicatoren
    from eenheid
    where was_verbeterpunt
)

select
    unnest(opslag.geteld(g.status_nr, g.was_verbeterpunt, g.verteld, g.overgenomen, g.n)),
    opslag.som(g.n, true) as cellen,
    count(distinct g.gemeente_nr) as gemeenten,
    count(distinct g.gemeente_nr) filter (where g.was_verbeterpunt) as gemeenten_met_verbeterpunt,
    any_value(i.indicatoren) as indicatoren
from indicator as i
left join per_gemeente as g on true
