-- vraag: what does a selection come to?
-- korrel: exactly one row: counts of verbeterpunten per status, and of the gemeenten they are in
-- parameters: kader, themas, onderwerpen, gemeenten, provincies, periode, bewijzen, eenheid,
--   verloop (see data/tellen.sql)
with

cel as (
    from selectie(
        $kader, $themas, $onderwerpen, $gemeenten, $provincies, $periode, $bewijzen, $eenheid, $verloop
    )
)

select
    unnest(opslag.geteld(status, was_verbeterpunt, verteld)),
    count(*) as cellen,
    count(distinct gemeente_code) as gemeenten,
    count(distinct gemeente_code) filter (where was_verbeterpunt) as gemeenten_met_verbeterpunt
from cel
