-- vraag: what does a selection come to?
-- korrel: exactly one row: counts of verbeterpunten per status, and of the gemeenten they are in
-- parameters: selectie (each of SELECTIE in queries/loper.py), periode (null: all), eenheid, verloop (see
--   data/afleiding/tellen.sql)
with

per_gemeente as (
    select gemeente_nr, status_nr, was_verbeterpunt, verteld, count(*) as n
    from opslag.eenheden($selectie, $periode, $eenheid, $verloop)
    group by gemeente_nr, status_nr, was_verbeterpunt, verteld
)

select
    unnest(opslag.geteld(status_nr, was_verbeterpunt, verteld, n)),
    opslag.som(n, true) as cellen,
    count(distinct gemeente_nr) as gemeenten,
    count(distinct gemeente_nr) filter (where was_verbeterpunt) as gemeenten_met_verbeterpunt
from per_gemeente
