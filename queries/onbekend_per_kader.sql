-- vraag: of how many verbeterpunten is unknown what became of them, and why?
-- korrel: one row per kind of not knowing; each aanpak × indicator counts once; gemeenten: their names
-- parameters: kader (kader_id)
with

-- A row without a test is the last of its line, and an aanpak has at most one on an indicator: an earlier verbeterpunt
-- ends where the same aanpak was found wanting again. A skipped test is named as long as nothing later told more.
laatste as (
    select
        gemeente,
        if(status = 'nog_niet_hertoetst' and overgenomen, 'niet_beoordeeld', status) as soort
    from opvolging
    where kader_id = $kader and was_verbeterpunt and status in ('nog_niet_hertoetst', 'vervallen')
)

select soort, count(*) as aantal, list(distinct gemeente order by gemeente) as gemeenten
from laatste
group by soort
order by soort
