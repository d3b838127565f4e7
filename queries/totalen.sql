-- vraag: what does a selection come to?
-- korrel: exactly one row: counts of verbeterpunten per status, of the gemeenten they are in, and of the indicatoren
--   they are about, each once however many aanpakken or gemeenten have a verbeterpunt on it
-- parameters: selectie (each of SELECTIE in queries/loper.py), periode (null: all), eenheid, verloop (see
--   data/afleiding/tellen.sql)
with

per_begrip as (
    select gemeente_nr, begrip_nr, status_nr, was_verbeterpunt, verteld, count(*) as n
    from opslag.eenheden($selectie, $periode, $eenheid, $verloop)
    group by gemeente_nr, begrip_nr, status_nr, was_verbeterpunt, verteld
)

select
    unnest(opslag.geteld(status_nr, was_verbeterpunt, verteld, n)),
    opslag.som(n, true) as cellen,
    count(distinct gemeente_nr) as gemeenten,
    count(distinct gemeente_nr) filter (where was_verbeterpunt) as gemeenten_met_verbeterpunt,
    count(distinct begrip_nr) filter (where was_verbeterpunt) as indicatoren
from per_begrip
