-- vraag: of which gemeenten do oordelen count from the first year of a pair, and on whose word?
-- korrel: one row per gemeente with an oordeel of that year, or one that counts from it in this pair; oordelen: those
--   in this pair (0: what was found that year is in other pairs only); verteld: of these, what the gemeente told itself
-- parameters: selectie, periode (null: all) and verloop, as totalen.sql
with

rij as (
    select
        gemeente_nr, overgenomen,
        bewijs_van_nr = mondelinge_rapportage() as verteld,
        $periode is null or opslag.in_periode(jaar_van, jaar_naar, $periode) as hier
    from opslag.uit_selectie('opslag.telling', $selectie, null, $verloop)
    where $periode is null or jaar_van = try_cast(split_part($periode, '-', 1) as smallint)
)

select
    g.gemeente_code, g.gemeente,
    count(*) filter (where r.hier) as oordelen,
    count(*) filter (where r.hier and r.verteld) as verteld
from rij as r
inner join opslag.gemeente as g using (gemeente_nr)
-- what this year passed over was not found in it
where r.hier or not r.overgenomen
group by g.gemeente_code, g.gemeente
order by g.gemeente, g.gemeente_code
