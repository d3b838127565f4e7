-- vraag: of how many verbeterpunten is unknown what became of them, and why?
-- korrel: one row per kind of not knowing; each aanpak × indicator counts once, whatever its period; gemeenten: their
--   names; jaren: the peiljaren of the last meting that was to tell of them
-- parameters: kader (kader_id)
with

-- A row without a test is the last of its line, and an aanpak has at most one on an indicator: an earlier verbeterpunt
-- ends where the same aanpak was found wanting again. A skipped test is named as long as nothing later told more.
laatste as (
    select
        s.gemeente_nr,
        s.jaar_van,
        if(s.status_nr = nog_niet_hertoetst() and s.overgenomen, status_niet_beoordeeld(), s.status_nr) as status_nr,
        count(*) as n
    from opslag.telling as s
    where
        not s.verloop
        and s.kader_nr = (
            select k.kader_nr from opslag.kader as k
            where k.kader_id = $kader
        )
        and s.was_verbeterpunt and s.status_nr in (nog_niet_hertoetst(), vervallen())
    group by all
)

select
    t.status as soort,
    sum(s.n)::bigint as aantal,
    list(distinct g.gemeente order by g.gemeente) as gemeenten,
    list(distinct s.jaar_van order by s.jaar_van) as jaren
from laatste as s
inner join opslag.status as t using (status_nr)
inner join opslag.gemeente as g using (gemeente_nr)
group by t.status
order by t.status
